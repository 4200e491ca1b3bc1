import type { Clock } from '../clock.ts';
import type { Connection } from '../core/connection.ts';
import type { ConnectionKey } from '../core/connect-session.ts';
import { createRecentMap } from '../core/recent-map.ts';
import type { TokenSet } from '../core/token-set.ts';

/** What is remembered of a connection once it was opened. Not the client secret. */
export interface OpenedSecrets {
  readonly tokens: TokenSet;
  /** Of the client that the connection brought, if any. */
  readonly clientId: string | undefined;
}

/**
 * Remembers opened token sets, so that a token that is asked for often is not opened each time.
 *
 * Security: it holds tokens in clear for no longer than they are good for, and none that is no longer the one in the store.
 */
export interface TokenMemory {
  /** Finds what was remembered, if it is what this connection still has sealed. Whatever else was remembered of it is forgotten. */
  find(connection: Connection): OpenedSecrets | undefined;
  remember(connection: Connection, opened: OpenedSecrets): void;
  forget(key: ConnectionKey): void;
  /** Forgets the tokens that have expired. */
  forgetExpired(): void;
  forgetAll(): void;
}

const MAX_ENTRIES = 1000;

interface Entry extends OpenedSecrets, Pick<Connection, 'sealedTokenSet' | 'sealedCredential'> {}

/** Creates an empty memory. When it is full, it forgets what was asked for longest ago. */
export function createTokenMemory(clock: Clock, maxEntries = MAX_ENTRIES): TokenMemory {
  const entries = createRecentMap<string, Entry>(maxEntries);
  const isPast = ({ tokens }: Entry): boolean => tokens.expiresAt <= clock.now();

  const forgetExpired = (): void => {
    for (const [key, entry] of entries.entries()) if (isPast(entry)) entries.delete(key);
  };

  return {
    find(connection) {
      const key = nameOf(connection);
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      // Sealing the same value twice gives two texts, so the same text is the same token set: another process's change is noticed here.
      const holds = entry.sealedTokenSet === connection.sealedTokenSet && entry.sealedCredential === connection.sealedCredential;
      if (holds && !isPast(entry)) return entry;
      entries.delete(key);
      return undefined;
    },
    remember(connection, { tokens, clientId }) {
      const key = nameOf(connection);
      entries.delete(key);
      forgetExpired();
      const { sealedTokenSet, sealedCredential } = connection;
      const entry = { tokens, clientId, sealedTokenSet, sealedCredential };
      if (!isPast(entry)) entries.set(key, entry);
    },
    forget: (key) => entries.delete(nameOf(key)),
    forgetExpired,
    forgetAll: () => entries.clear(),
  };
}

/** The id of an integration holds no space. */
function nameOf({ integrationId, connectionId }: ConnectionKey): string {
  return `${integrationId} ${connectionId}`;
}
