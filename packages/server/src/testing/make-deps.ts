import { findProvider } from '@latchkey/providers';
import { createSingleFlight } from '../core/single-flight.ts';
import type { Connection } from '../core/connection.ts';
import type { TokenSet } from '../core/token-set.ts';
import type { Store, StoredConnection } from '../store/store.ts';
import { createAudit } from '../use-cases/audit.ts';
import { createBackground } from '../use-cases/background.ts';
import { createConnectionCounts } from '../use-cases/connection-counts.ts';
import type { Deps } from '../use-cases/deps.ts';
import { createIntegrations } from '../use-cases/integrations.ts';
import { createKeyRotator } from '../use-cases/key-rotation.ts';
import { createRegionMemory } from '../use-cases/region-memory.ts';
import { createSilentLog } from '../use-cases/request-log.ts';
import { sealCredential, sealTokenSet } from '../use-cases/sealed-values.ts';
import { createSecretKeys } from '../use-cases/secret-keys.ts';
import { createTokenMemory } from '../use-cases/token-memory.ts';
import type { Vault } from '../vault/vault.ts';
import { makeBareConnection } from './make-connection.ts';

/** Makes what one process works with, besides what the test gives. Two of them on one store are two processes. */
export function makeDeps(given: Pick<Deps, 'store' | 'clock' | 'vault' | 'requestTokenSet'> & Partial<Deps>): Deps {
  const { clock, store } = given;
  const definition = findProvider('pingone-cc')!;
  const integration = {
    integrationId: 'pingone-cc',
    provider: 'pingone-cc',
    displayName: 'PingOne',
    definition,
    hosts: definition.hosts,
    client: undefined,
    scopes: [],
  };
  const ignore = (): void => undefined;
  const logger = { info: ignore, warn: ignore, error: ignore };
  const background = createBackground({ enter: (work) => work() }, logger, createSilentLog());
  const connectionCounts = createConnectionCounts(store, clock);
  return {
    random: () => 0,
    logger,
    send: () => Promise.reject(new Error('Nothing is to be sent.')),
    integrations: createIntegrations({ fixed: [integration], providerHosts: {}, store, vault: given.vault, clock, background, logger }),
    secretKeys: createSecretKeys({ secretKeys: [], store, clock, background }),
    publicUrl: 'http://localhost/latchkey',
    allowedOrigins: ['http://localhost'],
    connectSessionLifetimeSeconds: 1800,
    shareLinkLifetimeSeconds: 604_800,
    hostedPage: false,
    console: undefined,
    audit: createAudit({ store, clock, logger }),
    connectionCounts,
    keyRotator: createKeyRotator({ store, vault: given.vault, clock, logger, connectionCounts }),
    serverFacts: { database: 'sqlite', logRetentionDays: 15, app: { name: 'Latchkey' } },
    roleGrantWaitMs: 0,
    requestTimeoutMs: 10_000,
    webhookTargets: 'public',
    checkHealth: () => store.check(),
    regionMemory: createRegionMemory(clock),
    requestLog: createSilentLog(),
    flushRequestLog: () => Promise.resolve(),
    operationTail: { subscribe: () => () => undefined, close: () => undefined },
    tokenMemory: createTokenMemory(clock),
    background,
    refreshes: createSingleFlight(),
    ...given,
  };
}

/** A vault that hides nothing, works at once, and counts what it opens. */
export function createOpenVault(): Vault & { readonly opened: () => number } {
  let sealed = 0;
  let opened = 0;
  return {
    currentKeyId: 'none',
    keyIds: ['none'],
    seal: (purpose, connectionId, value) => Promise.resolve(JSON.stringify({ purpose, connectionId, value, sealed: (sealed += 1) })),
    open(purpose, connectionId, text) {
      opened += 1;
      const content = JSON.parse(text);
      if (content.purpose !== purpose || content.connectionId !== connectionId) throw new Error('It was sealed for something else.');
      return Promise.resolve(content.value);
    },
    keyIdOf: () => 'none',
    opened: () => opened,
  };
}

/** Stores a connection with this token set, as a connect attempt does that ended now. */
export async function insertOpenable(
  store: Store,
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  tokens: TokenSet,
  overrides: Partial<Connection> = {},
): Promise<StoredConnection> {
  const connection = makeBareConnection(overrides);
  const inserted = await store.insertConnection({
    ...connection,
    sealedCredential: await sealCredential(vault, connection.connectionId, { values: { client_id: 'client', client_secret: 'secret' } }),
    sealedTokenSet: await sealTokenSet(vault, connection.connectionId, tokens),
    tokenExpiresAt: tokens.expiresAt,
    lastFetchedAt: clock.now(),
  });
  return inserted!;
}
