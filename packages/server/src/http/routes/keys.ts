import { createKeyBody, keyCreatedBody, keyListBody, successBody } from '@latchkey/protocol';
import { createKey, listKeys, revokeKey } from '../key-operations.ts';
import { forBackend, type Route } from '../route.ts';

/** Secret keys, which backends call with. */
export const keyRoutes: readonly Route[] = [
  forBackend({
    method: 'GET',
    path: '/keys',
    scope: 'keys:read',
    summary: 'Lists the secret keys, never the keys themselves.',
    status: 200,
    answer: keyListBody,
    work: ({ deps }) => listKeys(deps),
  }),
  forBackend({
    method: 'POST',
    path: '/keys',
    scope: 'keys:write',
    summary: 'Makes a secret key, which is told this once.',
    body: createKeyBody,
    errors: ['forbidden'],
    status: 201,
    answer: keyCreatedBody,
    work: ({ deps, body, principal }) => createKey(deps, body, principal),
  }),
  forBackend({
    method: 'DELETE',
    path: '/keys/:keyId',
    scope: 'keys:write',
    summary: 'Revokes a secret key: at once in the process that is asked, within two seconds in others.',
    errors: ['not_found', 'key_is_fixed'],
    status: 200,
    answer: successBody,
    work: ({ deps, params }) => revokeKey(deps, params.keyId),
  }),
];
