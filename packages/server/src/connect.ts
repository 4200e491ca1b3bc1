import {
  connectionMetadataBody,
  connectionsQuery,
  createConnectSessionBody,
  createReconnectSessionBody,
  importConnectionBody,
  updateConnectionBody,
} from '@latchkey/protocol';
import type {
  CheckedConnection,
  ConnectionList,
  ConnectionMetadataBody,
  ConnectionsQuery,
  ConnectSessionCreated,
  CreateConnectSessionBody,
  CreateReconnectSessionBody,
  FullConnection,
  ImportConnectionBody,
  UpdateConnectionBody,
} from '@latchkey/protocol';
import { findProvider } from '@latchkey/providers';
import type { Router } from 'express';
import { Agent } from 'undici';
import { createBackendFunctions, type BackendFunctions } from './backend-functions.ts';
import { checkOptions, type CheckedOptions } from './check-options.ts';
import { systemTimer, type Timer } from './clock.ts';
import { createSingleFlight } from './core/single-flight.ts';
import { ConnectError } from './errors.ts';
import { createGate, type Gate } from './gate.ts';
import * as backend from './http/backend-operations.ts';
import type { FullConnectionRequest } from './http/backend-operations.ts';
import * as connections from './http/connection-operations.ts';
import { createRouter } from './http/create-router.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { readBody, readQueryValues } from './http/read-input.ts';
import { logBackground } from './log.ts';
import { createSend } from './oauth/send.ts';
import { openConsole, startHousekeeping } from './open-console.ts';
import { openRequestLog, type OpenRequestLog } from './open-request-log.ts';
import type { ConnectOptions } from './options.ts';
import { OptionsError } from './options-error.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { startSweeper } from './sweeper.ts';
import { createApiTraffic } from './use-cases/api-traffic.ts';
import { createBackground } from './use-cases/background.ts';
import { createHealthCheck } from './use-cases/check-health.ts';
import type { Deps, KnownIntegration } from './use-cases/deps.ts';
import type { ConnectionRequest } from './use-cases/open-connection.ts';
import { describeIntegration } from './use-cases/describe-integration.ts';
import { createIntegrations } from './use-cases/integrations.ts';
import { refreshIdleConnections, type IdleCursor } from './use-cases/refresh-idle-connections.ts';
import { recordSends } from './use-cases/record-sends.ts';
import { createRegionMemory } from './use-cases/region-memory.ts';
import { BACKGROUND } from './use-cases/request-log.ts';
import { createRequestTokenSet } from './use-cases/request-token-set.ts';
import { createSecretKeys } from './use-cases/secret-keys.ts';
import { createTokenMemory } from './use-cases/token-memory.ts';
import { createVault } from './vault/vault.ts';
import { startWebhookDeliverer } from './webhook-deliverer.ts';

/**
 * Latchkey in this process: a router for an Express app, and what a backend may do as functions, in the words of the HTTP API.
 *
 * Every function throws {@link ConnectError}; besides the codes named below, `store_unavailable` and `store_full`.
 */
export interface Connect extends BackendFunctions {
  /** To mount anywhere: `app.use('/latchkey', connect.router)`. Addresses of clients are as the app's setting `trust proxy` says. */
  readonly router: Router;
  /** Settles when the database is there, or could not be opened. Nothing needs to wait for it: requests do. */
  readonly ready: Promise<void>;
  /** Starts a connect session; its token goes to the end user's page. @throws {ConnectError} `invalid_body` */
  readonly createConnectSession: (body: CreateConnectSessionBody) => Promise<ConnectSessionCreated>;
  /**
   * Starts a session that may give one connection a new credential, and nothing else; its token goes to the end user's page.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_integration`; `unknown_connection`; `connection_disabled`; `organization_mismatch`
   */
  readonly createReconnectSession: (body: CreateReconnectSessionBody) => Promise<ConnectSessionCreated>;
  /** Lists connections, by default the newest first. @throws {ConnectError} `invalid_query_params` */
  readonly listConnections: (query?: ConnectionsQuery) => Promise<ConnectionList>;
  /**
   * Gets a connection with an access token that can be used. One that is about to expire is replaced in the background meanwhile.
   *
   * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `connection_disabled`; `invalid_credentials` when the end user must
   *   connect again; the provider's failure when it cannot give a token for now; `refresh_timeout`
   */
  readonly getConnection: (request: FullConnectionRequest) => Promise<FullConnection>;
  /**
   * Finds out anew, with a new token, whether a connection works and what it may do, and stores that.
   *
   * @throws {ConnectError} As {@link Connect.getConnection}; then a refusal for good is stored, and of a passing failure nothing.
   */
  readonly checkConnection: (request: Pick<ConnectionRequest, 'integrationId' | 'connectionId'>) => Promise<CheckedConnection>;
  /** Gets a connection a new token, and keeps it. The token is not told. @throws {ConnectError} As {@link Connect.getConnection}. */
  readonly refreshConnection: (request: Pick<ConnectionRequest, 'integrationId' | 'connectionId'>) => Promise<CheckedConnection>;
  /**
   * Stores a credential that you have already, as a connection, once the provider gave a token for it. A connection that has the id is brought up to date.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_provider_config`; a field's problem; the provider's explanation; `identity_mismatch`;
   *   `connection_disabled`
   */
  readonly importConnection: (body: ImportConnectionBody) => Promise<FullConnection>;
  /**
   * Changes whose a connection is, what it is tagged with, and whether it may be used. What is given takes the place of what is there; what is left out stays.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_provider_config`; `unknown_connection`
   */
  readonly updateConnection: (
    request: Pick<ConnectionRequest, 'integrationId' | 'connectionId'>,
    change: UpdateConnectionBody,
  ) => Promise<void>;
  /**
   * Puts metadata in the place of what connections have.
   *
   * @throws {ConnectError} `invalid_body`; `unknown_provider_config`; `unknown_connection`, and then none has changed
   */
  readonly setMetadata: (body: ConnectionMetadataBody) => Promise<void>;
  /** Adds members to the metadata of connections, each in the place of one with the same name. @throws {ConnectError} As {@link Connect.setMetadata}. */
  readonly mergeMetadata: (body: ConnectionMetadataBody) => Promise<void>;
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
export function assembleConnect(checked: CheckedOptions, store: Store, timer: Timer = systemTimer): Connect {
  const ready = store.migrate();
  // Who wants to know awaits `ready`; that nobody does must not end the process.
  ready.catch(() => undefined);
  const gate = createGate(ready);
  const { clock, logger, logRetentionDays: days, logMaxOperations: maxRows } = checked;
  const log = openRequestLog({ store, clock, logger, gate, random: Math.random, retention: { days, maxRows } });
  const deps = createDeps(checked, store, gate, log);
  const limits = createRateLimits();
  const dispatcher = new Agent({ connect: { timeout: PROXY_CONNECT_TIMEOUT_MS } });
  const router = createRouter({
    deps,
    gate,
    limits,
    checkSecretKey: deps.secretKeys.identify,
    allowedOrigins: checked.allowedOrigins,
    publicOrigin: checked.publicOrigin,
    proxy: { deps, dispatcher, timer, traffic: createApiTraffic({ clock: deps.clock, timer, random: deps.random }) },
  });

  // What an older encryption key sealed is found, and sealed anew.
  deps.background.start('first look at the integrations', () => deps.integrations.list());

  const sweeper = checked.refreshIdleConnections
    ? startSweeper<IdleCursor>({
        sweep: (after, signal) =>
          gate.enter(() => deps.requestLog.withCaller(BACKGROUND, () => refreshIdleConnections(deps, after, signal))),
        onError: (error) => logBackground(deps.logger, error),
        timer,
        random: deps.random,
      })
    : undefined;

  const housekeeping = startHousekeeping(deps, gate);
  const deliverer = startWebhookDeliverer({ deps, gate, ready, timer });

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    sweeper?.stop();
    housekeeping.stop();
    log.tail.close();
    await Promise.all([gate.close(), deliverer.stop()]);
    deps.tokenMemory.forgetAll();
    deps.integrations.forget();
    deps.secretKeys.forget();
    limits.close();
    await dispatcher.close();
    await log.close();
    await deps.store.close();
  };

  return {
    router,
    ready,
    createConnectSession: (body) => gate.enter(async () => backend.createConnectSession(deps, readBody(createConnectSessionBody, body))),
    createReconnectSession: (body) =>
      gate.enter(async () => backend.createReconnectSession(deps, readBody(createReconnectSessionBody, body))),
    listConnections: (query = {}) => gate.enter(async () => backend.listConnections(deps, readQueryValues(connectionsQuery, query))),
    getConnection: (request) => gate.enter(() => backend.getConnection(deps, request)),
    checkConnection: (request) => gate.enter(() => backend.checkConnection(deps, request)),
    refreshConnection: (request) => gate.enter(() => backend.refreshConnection(deps, request)),
    importConnection: (body) => gate.enter(async () => connections.importConnection(deps, readBody(importConnectionBody, body))),
    updateConnection: (request, change) =>
      gate.enter(async () => void (await connections.updateConnection(deps, request, readBody(updateConnectionBody, change)))),
    setMetadata: (body) => gate.enter(async () => void (await connections.setMetadata(deps, readBody(connectionMetadataBody, body)))),
    mergeMetadata: (body) => gate.enter(async () => void (await connections.mergeMetadata(deps, readBody(connectionMetadataBody, body)))),
    deleteConnection: (request) => gate.enter(async () => void (await backend.deleteConnection(deps, request))),
    ...createBackendFunctions(deps, gate),
    checkHealth: () => gate.enter(() => backend.checkHealth(deps)),
    close: () => (closed ??= close()),
  };
}

function createDeps(options: CheckedOptions, store: Store, gate: Gate, { requestLog, flush, tail }: OpenRequestLog): Deps {
  const { clock, logger, fetch, requestTimeoutMs, connectSessionLifetimeSeconds, roleGrantWaitMs } = options;
  const send = recordSends(createSend({ fetch, timeoutMs: requestTimeoutMs }), { requestLog, clock });
  const vault = createVault(options.encryptionKeys);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const background = createBackground(gate, logger, requestLog);
  return {
    store,
    vault,
    send,
    clock,
    random: Math.random,
    logger,
    integrations: createIntegrations({
      fixed: describeFixed(options),
      providerHosts: options.providerHosts,
      store,
      vault,
      clock,
      background,
      logger,
    }),
    secretKeys: createSecretKeys({ secretKeys: options.secretKeys, store, clock, background }),
    publicUrl,
    allowedOrigins: options.allowedOrigins,
    hostedPage: options.hostedPage,
    connectSessionLifetimeSeconds,
    roleGrantWaitMs,
    requestTimeoutMs,
    webhookTargets: options.webhookTargets,
    checkHealth: createHealthCheck(store, clock),
    ...openConsole({ options, store, vault, background, publicUrl }),
    regionMemory: createRegionMemory(clock),
    requestLog,
    flushRequestLog: flush,
    operationTail: tail,
    requestTokenSet: createRequestTokenSet({ send, clock }),
    tokenMemory: createTokenMemory(clock),
    background,
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

function describeFixed(options: CheckedOptions): readonly KnownIntegration[] {
  return options.integrations.map(({ id, provider, displayName, clientId, clientSecret, scopes = [] }) => {
    const definition = findProvider(provider);
    if (definition === undefined) throw new TypeError(`The checked options name the provider "${provider}", which does not exist.`);
    const client = clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
    const configured = { integrationId: id, provider, displayName: displayName ?? definition.displayName, client, scopes };
    return describeIntegration(configured, definition, options.providerHosts);
  });
}
