import { randomUUID } from 'node:crypto';
import type { ShareLink } from '../core/share-link.ts';

const moment = new Date('2026-11-20T08:15:30.123Z');

/** Makes an open share link for a test; each has its own id and token. */
export function makeShareLink(overrides: Partial<ShareLink> = {}): ShareLink {
  return {
    linkId: randomUUID(),
    tokenHash: randomUUID().replaceAll('-', '').repeat(2),
    integrationId: 'pingone-cc',
    reconnects: false,
    connectionId: undefined,
    endUser: { id: 'user-1', email: 'ada@example.com', displayName: 'Ada Lovelace' },
    organization: { id: 'org-1', displayName: 'Analytical Engines' },
    tags: { team: 'red' },
    note: 'For their administrator.',
    createdAt: moment,
    expiresAt: new Date(moment.getTime() + 7 * 24 * 60 * 60_000),
    openedAt: undefined,
    usedAt: undefined,
    revokedAt: undefined,
    ...overrides,
  };
}
