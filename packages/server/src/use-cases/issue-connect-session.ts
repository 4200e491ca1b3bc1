import { randomUUID } from 'node:crypto';
import type { ConnectSession } from '../core/connect-session.ts';
import { lowerTags } from '../core/lower-tags.ts';
import type { Deps } from './deps.ts';
import { generateSessionToken, hashSessionToken } from './session-token.ts';

/** What a session permits, and to whom. */
export type SessionGrant = Pick<ConnectSession, 'endUser' | 'organization' | 'tags' | 'allowedIntegrations' | 'reconnects'>;

/** A new session. The token is told this once. */
export interface StartedConnectSession {
  /** For the end user's browser; it permits nothing but connecting. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** How long an expired session is kept, so that its holder is told that it expired, in milliseconds. */
const KEEP_EXPIRED_MS = 24 * 60 * 60_000;

/** Stores a session with a new token, and removes sessions that expired long ago. @throws {ConnectError} `store_unavailable`; `store_full` */
export async function issueConnectSession(deps: Deps, { tags, ...grant }: SessionGrant): Promise<StartedConnectSession> {
  const createdAt = deps.clock.now();
  await deps.store.deleteConnectSessionsExpiredBefore(new Date(createdAt.getTime() - KEEP_EXPIRED_MS));
  const token = generateSessionToken();
  const expiresAt = new Date(createdAt.getTime() + deps.connectSessionLifetimeSeconds * 1000);
  await deps.store.insertConnectSession({
    ...grant,
    sessionId: randomUUID(),
    tokenHash: hashSessionToken(token),
    tags: tags && lowerTags(tags),
    createdAt,
    expiresAt,
  });
  return { token, expiresAt };
}
