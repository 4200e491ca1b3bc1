import type { OperationBody, OperationList } from '@latchkey/protocol';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/api.ts';
import { buildLogsQuery, type LogsSearch } from './logs-search.ts';

/** Operations, those that started last first, a page at a time. */
export function operationsQuery(filter: LogsSearch) {
  const query = buildLogsQuery(filter);
  return infiniteQueryOptions({
    queryKey: ['operations', query],
    queryFn: ({ pageParam, signal }) => call<OperationList>('GET', '/logs/operations', { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One operation with each of its HTTP messages. */
export function operationQuery(operationId: string) {
  return queryOptions({
    queryKey: ['operation', operationId],
    queryFn: ({ signal }) =>
      call<OperationBody>('GET', `/logs/operations/${encodeURIComponent(operationId)}`, { signal }).then(({ data }) => data),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1000 : false),
  });
}
