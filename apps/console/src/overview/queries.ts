import type { OverviewBody } from '@latchkey/protocol';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/api.ts';

/** How the connections are, and what went through them. */
export type Overview = OverviewBody['data'];

/** The spans that can be looked at, in hours. */
export const spans = { '1h': 1, '24h': 24, '7d': 168 } as const;

/** @see {@link spans} */
export type Span = keyof typeof spans;

/** What happened in the latest span of time. */
export function overviewQuery(span: Span) {
  return queryOptions({
    queryKey: ['overview', span],
    queryFn: async ({ signal }) => {
      const to = new Date();
      const from = new Date(to.getTime() - spans[span] * 3_600_000);
      const { data } = await call<OverviewBody>('GET', '/overview', {
        query: { from: from.toISOString(), to: to.toISOString() },
        signal,
      });
      return data;
    },
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}
