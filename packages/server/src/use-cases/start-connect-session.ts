import { randomUUID } from 'node:crypto';
import type { EndUser, Organization } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { generateSessionToken, hashSessionToken } from './session-token.ts';

/** Who may connect what. `endUser` or `tags` must be given. */
export interface ConnectSessionOrder {
  /** The person who connects, by the host application's own id. */
  readonly endUser?: EndUser;
  readonly organization?: Organization;
  /** Up to ten; connections carry them, and can be found by them. Keys are kept in lower case. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Ids of the integrations that may be connected. @default all */
  readonly allowedIntegrations?: readonly string[];
}

/** A new session. The token is told this once. */
export interface StartedConnectSession {
  /** For the end user's browser; it permits nothing but connecting. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** How long an expired session is kept, so that its holder is told that it expired, in milliseconds. */
const KEEP_EXPIRED_MS = 24 * 60 * 60_000;

/**
 * Starts a connect session.
 *
 * @throws {ConnectError} `invalid_body` when an allowed integration does not exist; `store_unavailable`; `store_full`
 */
export async function startConnectSession(deps: Deps, order: ConnectSessionOrder): Promise<StartedConnectSession> {
  const errors = (order.allowedIntegrations ?? []).flatMap((integrationId, index) =>
    deps.integrations.has(integrationId)
      ? []
      : [{ code: 'unknown_integration', message: 'There is no integration with this id.', path: ['allowed_integrations', index] }],
  );
  if (errors.length > 0) throw connectError('invalid_body', { errors });

  const createdAt = deps.clock.now();
  await deps.store.deleteConnectSessionsExpiredBefore(new Date(createdAt.getTime() - KEEP_EXPIRED_MS));
  const token = generateSessionToken();
  const expiresAt = new Date(createdAt.getTime() + deps.connectSessionLifetimeSeconds * 1000);
  await deps.store.insertConnectSession({
    sessionId: randomUUID(),
    tokenHash: hashSessionToken(token),
    endUser: order.endUser,
    organization: order.organization,
    tags: Object.fromEntries(Object.entries(order.tags ?? {}).map(([key, value]) => [key.toLowerCase(), value])),
    allowedIntegrations: order.allowedIntegrations,
    createdAt,
    expiresAt,
  });
  return { token, expiresAt };
}
