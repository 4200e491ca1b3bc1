import { randomUUID } from 'node:crypto';
import type { Connection, Credential } from '../core/connection.ts';
import type { ConnectionKey, ConnectSession } from '../core/connect-session.ts';
import { refuseDisabled } from '../core/refuse-disabled.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError } from '../errors.ts';
import type { ConnectionChange, StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { makeEvent, makeRenewalEvent } from './make-event.ts';
import { getReconnected } from './get-reconnected.ts';
import { requireConnectable } from './require-open-link.ts';
import { sealCredential, sealTokenSet } from './sealed-values.ts';
import { refuseOrphan } from './refuse-orphan.ts';
import { untilStored } from './until-stored.ts';

/** What a successful connect attempt found out. */
export interface ConnectionDraft extends Pick<
  Connection,
  'integrationId' | 'provider' | 'config' | 'identity' | 'authMethod' | 'environment' | 'access'
> {
  readonly credential: Credential;
  readonly tokens: TokenSet;
}

/**
 * Stores a connection: the one that the session reconnects, the one that it made before, or a new one. A connection that is there keeps its id.
 *
 * @throws {ConnectError} `unknown_integration` when that is gone meanwhile; `unknown_connection` when the one to reconnect is; `identity_mismatch` when its id leads elsewhere now;
 *   `connection_disabled`; `link_used`, `link_expired` or `link_revoked` when the share link that the session came from is not open any more;
 *   `store_unavailable`; `store_full`. Nothing is stored then.
 */
export function saveConnection(deps: Deps, session: ConnectSession, draft: ConnectionDraft): Promise<StoredConnection> {
  const { reconnects } = session;
  return untilStored(() => (reconnects ? saveReconnected(deps, session, reconnects, draft) : saveOfSession(deps, session, draft)));
}

/** One session connects one thing once: when it did before, that connection is brought up to date. */
async function saveOfSession(deps: Deps, session: ConnectSession, draft: ConnectionDraft): Promise<StoredConnection | undefined> {
  const { sessionId, endUser, organization, tags = {} } = session;
  const { integrationId, provider, identity } = draft;
  const use = await requireConnectable(deps, session);
  const existing = await deps.store.findConnectionOfSession(sessionId, integrationId, identity);
  if (existing !== undefined) refuseDisabled(existing);
  const connectionId = existing?.connectionId ?? randomUUID();
  const now = deps.clock.now();
  const fresh = { ...(await buildFresh(deps, connectionId, draft, now)), endUser, organization, tags };
  if (existing !== undefined) {
    return deps.store.updateConnection(existing.rowId, existing.version, fresh, now, makeRenewalEvent(existing, now), use);
  }
  const created = {
    ...fresh,
    connectionId,
    integrationId,
    provider,
    identity,
    sessionId,
    reconnectSessionId: undefined,
    metadata: undefined,
    createdAt: now,
    updatedAt: now,
  };
  const made = await deps.store.insertConnection(created, makeEvent('connection.created', now), use);
  if (made !== undefined) await refuseOrphan(deps, made, 'unknown_integration');
  return made;
}

/** What the session says of the person, their organization and tags takes the place of what the connection said; what it leaves out stays. */
async function saveReconnected(
  deps: Deps,
  session: ConnectSession,
  key: ConnectionKey,
  draft: ConnectionDraft,
): Promise<StoredConnection | undefined> {
  const use = await requireConnectable(deps, session);
  const connection = await getReconnected(deps, key);
  // The id may have been given to another connection since the form was checked.
  if (connection.identity !== draft.identity) throw connectError('identity_mismatch');
  const { endUser, organization, tags } = session;
  const now = deps.clock.now();
  const change: ConnectionChange = {
    ...(await buildFresh(deps, connection.connectionId, draft, now)),
    reconnectSessionId: session.sessionId,
    ...(endUser !== undefined && { endUser }),
    ...(organization !== undefined && { organization }),
    ...(tags !== undefined && { tags }),
  };
  return deps.store.updateConnection(connection.rowId, connection.version, change, now, makeRenewalEvent(connection, now), use);
}

/** Builds what checked credentials change in the connection that gets them: they are sealed for it. */
export async function buildFresh(deps: Deps, connectionId: string, { credential, tokens, ...found }: ConnectionDraft, now: Date) {
  return {
    status: 'active',
    config: found.config,
    authMethod: found.authMethod,
    environment: found.environment,
    access: found.access,
    error: undefined,
    sealedCredential: await sealCredential(deps.vault, connectionId, credential),
    sealedTokenSet: await sealTokenSet(deps.vault, connectionId, tokens),
    tokenExpiresAt: tokens.expiresAt,
    lastFetchedAt: now,
    lastCheckedAt: now,
  } as const;
}
