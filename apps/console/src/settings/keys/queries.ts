import type { CreateKeyBody, KeyCreatedBody, KeyListBody } from '@latchkey/protocol';
import { queryOptions } from '@tanstack/react-query';
import { call, send } from '../../api/api.ts';
import { useChange } from '../../api/use-change.ts';

/** All secret keys, without the keys themselves. */
export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => call<KeyListBody>('GET', '/keys', { signal }).then(({ data }) => data),
});

/** Makes one. */
export function useCreateKey() {
  return useChange((body: CreateKeyBody) => call<KeyCreatedBody>('POST', '/keys', { body }), keysQuery.queryKey);
}

/** Revokes one. */
export function useRevokeKey(keyId: string) {
  return useChange(() => send('DELETE', `/keys/${encodeURIComponent(keyId)}`), keysQuery.queryKey);
}
