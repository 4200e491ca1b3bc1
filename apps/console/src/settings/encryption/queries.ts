import type { EncryptionBody } from '@latchkey/protocol';
import { queryOptions } from '@tanstack/react-query';
import { call, send } from '../../api/api.ts';
import { useChange } from '../../api/use-change.ts';

/** Which keys seal what is stored; read again while values are being sealed anew. */
export const encryptionQuery = queryOptions({
  queryKey: ['encryption'],
  queryFn: ({ signal }) => call<EncryptionBody>('GET', '/encryption', { signal }).then(({ data }) => data),
  refetchInterval: ({ state }) => (state.data?.rotation.state === 'running' ? 1000 : false),
});

/** Seals everything anew that another key than the current one seals. */
export function useRotate() {
  return useChange(() => send('POST', '/encryption/rotate'), encryptionQuery.queryKey);
}
