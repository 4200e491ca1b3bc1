import { connectionsQuery, createConnectSessionBody } from '@latchkey/protocol';
import type { ConnectionList, ConnectionsQuery, ConnectSessionCreated, CreateConnectSessionBody, FullConnection } from '@latchkey/protocol';
import { findProvider } from '@latchkey/providers';
import type { Router } from 'express';
import { Agent } from 'undici';
import { checkOptions, type CheckedOptions } from './check-options.ts';
import { createSingleFlight } from './core/single-flight.ts';
import { ConnectError } from './errors.ts';
import { createGate } from './gate.ts';
import { createSecretKeyCheck } from './http/authenticate.ts';
import * as backend from './http/backend-operations.ts';
import { createRouter } from './http/create-router.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { readBody, readQueryValues } from './http/read-input.ts';
import { createSend } from './oauth/send.ts';
import type { ConnectOptions } from './options.ts';
import { OptionsError } from './options-error.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { createHealthCheck } from './use-cases/check-health.ts';
import type { Deps, KnownIntegration } from './use-cases/deps.ts';
import type { ConnectionRequest } from './use-cases/open-connection.ts';
import { createRegionMemory } from './use-cases/region-memory.ts';
import { createVault } from './vault/vault.ts';

/**
 * Latchkey in this process: a router for an Express app, and what a backend may do as functions, in the words of the HTTP API.
 *
 * Every function throws {@link ConnectError}; besides the codes named below, `store_unavailable` and `store_full`.
 */
export interface Connect {
  /** To mount anywhere: `app.use('/latchkey', connect.router)`. Addresses of clients are as the app's setting `trust proxy` says. */
  readonly router: Router;
  /** Settles when the database is there, or could not be opened. Nothing needs to wait for it: requests do. */
  readonly ready: Promise<void>;
  /** Starts a connect session; its token goes to the end user's page. @throws {ConnectError} `invalid_body` */
  readonly createConnectSession: (body: CreateConnectSessionBody) => Promise<ConnectSessionCreated>;
  /** Lists connections, newest first. @throws {ConnectError} `invalid_query_params` */
  readonly listConnections: (query?: ConnectionsQuery) => Promise<ConnectionList>;
  /**
   * Gets a connection with an access token that lives for a minute at least.
   *
   * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `invalid_credentials` when the end user must connect again; the
   *   provider's failure when it cannot give a token for now
   */
  readonly getConnection: (request: ConnectionRequest) => Promise<FullConnection>;
  /** Forgets a connection. @throws {ConnectError} `unknown_provider_config`; `unknown_connection` */
  readonly deleteConnection: (request: Pick<ConnectionRequest, 'integrationId' | 'connectionId'>) => Promise<void>;
  /** Resolves when the database can be written. */
  readonly checkHealth: () => Promise<{ status: 'ok' }>;
  /** Lets no request in any more, waits for those that run, and closes the database. */
  readonly close: () => Promise<void>;
}

/** How long a proxied request waits for a connection to the provider's API, in milliseconds. */
const PROXY_CONNECT_TIMEOUT_MS = 10_000;

/**
 * Sets Latchkey up. Returns at once; the database is opened in the background, see {@link Connect.ready}.
 *
 * @throws {OptionsError} `invalid_option`
 */
export function createConnect(options: ConnectOptions): Connect {
  const checked = checkOptions(options);
  return assembleConnect(checked, openChecked(checked));
}

/** Puts the parts together. @internal */
export function assembleConnect(checked: CheckedOptions, store: Store): Connect {
  const deps = createDeps(checked, store);
  const ready = deps.store.migrate();
  // Who wants to know awaits `ready`; that nobody does must not end the process.
  ready.catch(() => undefined);
  const gate = createGate(ready);
  const limits = createRateLimits();
  const dispatcher = new Agent({ connect: { timeout: PROXY_CONNECT_TIMEOUT_MS } });
  const router = createRouter({
    deps,
    gate,
    limits,
    checkSecretKey: createSecretKeyCheck(checked.secretKeys),
    allowedOrigins: checked.allowedOrigins,
    publicOrigin: checked.publicOrigin,
    dispatcher,
  });

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await gate.close();
    limits.close();
    await dispatcher.close();
    await deps.store.close();
  };

  return {
    router,
    ready,
    createConnectSession: (body) => gate.enter(async () => backend.createConnectSession(deps, readBody(createConnectSessionBody, body))),
    listConnections: (query = {}) => gate.enter(async () => backend.listConnections(deps, readQueryValues(connectionsQuery, query))),
    getConnection: (request) => gate.enter(() => backend.getConnection(deps, request)),
    deleteConnection: (request) => gate.enter(async () => void (await backend.deleteConnection(deps, request))),
    checkHealth: () => gate.enter(() => backend.checkHealth(deps)),
    close: () => (closed ??= close()),
  };
}

function createDeps(options: CheckedOptions, store: Store): Deps {
  const { clock, logger, fetch, requestTimeoutMs, connectSessionLifetimeSeconds, roleGrantWaitMs } = options;
  return {
    store,
    vault: createVault(options.encryptionKeys),
    send: createSend({ fetch, timeoutMs: requestTimeoutMs }),
    clock,
    logger,
    integrations: new Map(options.integrations.map((integration) => [integration.id, describeIntegration(integration, options)])),
    connectSessionLifetimeSeconds,
    roleGrantWaitMs,
    checkHealth: createHealthCheck(store, clock),
    regionMemory: createRegionMemory(clock),
    refreshes: createSingleFlight(),
  };
}

function openChecked({ database, clock }: CheckedOptions): Store {
  try {
    return openStore({ database, clock });
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    throw new OptionsError([{ option: 'database', message: error.message, remedy: error.remedy }]);
  }
}

function describeIntegration(
  { id, provider, displayName }: ConnectOptions['integrations'][number],
  options: CheckedOptions,
): KnownIntegration {
  const definition = findProvider(provider);
  if (definition === undefined) throw new TypeError(`The checked options name the provider "${provider}", which does not exist.`);
  return {
    integrationId: id,
    provider,
    displayName: displayName ?? definition.displayName,
    definition,
    hosts: options.providerHosts[definition.family] ?? definition.hosts,
  };
}
