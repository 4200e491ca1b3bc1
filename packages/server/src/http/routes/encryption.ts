import { encryptionBody } from '@latchkey/protocol';
import { readEncryption, startRotation } from '../encryption-operations.ts';
import { forBackend, type Route } from '../route.ts';

/** The keys that seal what is stored. */
export const encryptionRoutes: readonly Route[] = [
  forBackend({
    method: 'GET',
    path: '/encryption',
    scope: 'settings:read',
    summary: 'Tells how much is sealed with which encryption key, and how far sealing it anew has come.',
    status: 200,
    answer: encryptionBody,
    work: ({ deps }) => readEncryption(deps),
  }),
  forBackend({
    method: 'POST',
    path: '/encryption/rotate',
    scope: 'keys:write',
    summary: 'Begins to seal everything anew with the newest encryption key, unless that is under way.',
    status: 202,
    answer: encryptionBody,
    work: ({ deps }) => startRotation(deps),
  }),
];
