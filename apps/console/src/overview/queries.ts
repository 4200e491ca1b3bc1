import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/api.ts';

/** How the connections are, and what went through them. */
export interface Overview {
  readonly connections: {
    readonly total: number;
    readonly by_status: readonly { readonly status: string; readonly count: number }[];
    readonly by_region: readonly { readonly region: string; readonly count: number }[];
    readonly by_integration: readonly {
      readonly integration_id: string;
      readonly active: number;
      readonly needs_reconnect: number;
      readonly disabled: number;
    }[];
  };
  readonly requests: {
    readonly bucket_seconds: number;
    readonly buckets: readonly {
      readonly at: string;
      readonly total: number;
      readonly failed: number;
      readonly p50_ms: number | null;
      readonly p95_ms: number | null;
    }[];
    readonly total: number;
    readonly failed: number;
  };
}

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
      const { data } = await call<{ data: Overview }>('GET', '/overview', {
        query: { from: from.toISOString(), to: to.toISOString() },
        signal,
      });
      return data;
    },
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}
