import type { AuditBody } from '@latchkey/protocol';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../api/api.ts';

/** Who did what, the latest first. */
export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ pageParam, signal }) => call<AuditBody>('GET', '/audit', { query: { cursor: pageParam }, signal }),
  initialPageParam: '',
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  staleTime: 0,
});
