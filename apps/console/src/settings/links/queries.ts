import type { CreateShareLinkBody, ShareLinkCreatedBody, ShareLinkListBody } from '@latchkey/protocol';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call, send } from '../../api/api.ts';
import { useChange } from '../../api/use-change.ts';

/** All share links, the latest first. */
export const linksQuery = infiniteQueryOptions({
  queryKey: ['links'],
  queryFn: ({ pageParam, signal }) => call<ShareLinkListBody>('GET', '/connect/links', { query: { cursor: pageParam }, signal }),
  initialPageParam: '',
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
});

/** Makes one. */
export function useCreateLink() {
  return useChange((body: CreateShareLinkBody) => call<ShareLinkCreatedBody>('POST', '/connect/links', { body }), linksQuery.queryKey);
}

/** Revokes one. */
export function useRevokeLink(linkId: string) {
  return useChange(() => send('DELETE', `/connect/links/${encodeURIComponent(linkId)}`), linksQuery.queryKey);
}
