import { randomUUID } from 'node:crypto';
import type { Connection, Credential } from '../core/connection.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { sealCredential, sealTokenSet } from './sealed-values.ts';

/** What a successful connect attempt found out. */
export interface ConnectionDraft extends Pick<
  Connection,
  'integrationId' | 'provider' | 'config' | 'identity' | 'authMethod' | 'environment' | 'access'
> {
  readonly credential: Credential;
  readonly tokens: TokenSet;
}

/** Two requests at once can meet a few times; more often than this is a fault. */
const MAX_ROUNDS = 5;

/**
 * Stores a connection. One session connects one thing once: when it did before, that connection is brought up to date and keeps its id.
 *
 * @throws {ConnectError} `store_unavailable`; `store_full`. Nothing is stored then.
 */
export async function saveConnection(deps: Deps, session: ConnectSession, draft: ConnectionDraft): Promise<StoredConnection> {
  const { credential, tokens, ...found } = draft;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const existing = await deps.store.findConnectionOfSession(session.sessionId, draft.integrationId, draft.identity);
    const connectionId = existing?.connectionId ?? randomUUID();
    const now = deps.clock.now();
    const fresh = {
      status: 'active',
      config: found.config,
      authMethod: found.authMethod,
      environment: found.environment,
      access: found.access,
      error: undefined,
      endUser: session.endUser,
      organization: session.organization,
      tags: session.tags,
      sealedCredential: await sealCredential(deps.vault, connectionId, credential),
      sealedTokenSet: await sealTokenSet(deps.vault, connectionId, tokens),
      tokenExpiresAt: tokens.expiresAt,
      lastFetchedAt: now,
    } as const;
    const saved =
      existing === undefined
        ? await deps.store.insertConnection({
            ...found,
            ...fresh,
            connectionId,
            sessionId: session.sessionId,
            metadata: undefined,
            createdAt: now,
            updatedAt: now,
          })
        : await deps.store.updateConnection(existing.rowId, existing.version, fresh, now);
    // Somebody else was faster: look again at what is there now.
    if (saved !== undefined) return saved;
  }
  throw connectError('server_error', { message: 'The connection kept changing while it was stored.' });
}
