import { findProvider } from '@latchkey/providers';
import type { Router } from 'express';
import { Agent } from 'undici';
import { createBackendFunctions, type BackendFunctions } from './backend-functions.ts';
import { checkOptions, type CheckedOptions } from './check-options.ts';
import { systemTimer, type Timer } from './clock.ts';
import { createSingleFlight } from './core/single-flight.ts';
import { createEntrance } from './entrance.ts';
import { ConnectError } from './errors.ts';
import { createGate, type Gate } from './gate.ts';
import { checkHealth } from './http/backend-operations.ts';
import { createRouter } from './http/create-router.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { logBackground, logUnopened, logUnreachable } from './log.ts';
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
  /**
   * Settles when the database is there, or could not be opened at once. Nothing needs to wait for it: requests do, and try again what may pass. Why it was not
   * opened is logged too.
   */
  readonly ready: Promise<void>;
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

/** The same for a command, which does what it was told and ends: nothing goes on by itself beside it. @internal */
export function createConnectForCommand(options: ConnectOptions): Connect {
  const checked = checkOptions({ ...options, refreshIdleConnections: false });
  return assembleConnect(checked, openChecked(checked), systemTimer, false);
}

/** Puts the parts together. @internal */
export function assembleConnect(checked: CheckedOptions, store: Store, timer: Timer = systemTimer, goesOn = true): Connect {
  const { clock, logger, logRetentionDays: days, logMaxOperations: maxRows } = checked;
  const gate = createGate({ open: () => store.migrate(), onFailure: (error) => logUnopened(logger, error), clock });
  const log = openRequestLog({ store, clock, logger, gate, random: Math.random, retention: { days, maxRows } });
  const deps = createDeps(checked, store, gate, log, goesOn);
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

  gate.opened.then(
    // What an older encryption key sealed is found, and sealed anew.
    () => deps.background.start('first look at the integrations', () => deps.integrations.list()),
    () => undefined,
  );

  const sweeper = checked.refreshIdleConnections
    ? startSweeper<IdleCursor>({
        sweep: (after, signal) =>
          gate.enter(() => deps.requestLog.withCaller(BACKGROUND, () => refreshIdleConnections(deps, after, signal))),
        onError: (error) => logBackground(deps.logger, error),
        timer,
        random: deps.random,
      })
    : undefined;

  const housekeeping = goesOn ? startHousekeeping(deps, gate) : undefined;
  const deliverer = goesOn ? startWebhookDeliverer({ deps, gate, timer }) : undefined;

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    sweeper?.stop();
    housekeeping?.stop();
    log.tail.close();
    await Promise.all([gate.close(), deliverer?.stop()]);
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
    ready: gate.ready,
    ...createBackendFunctions(deps, createEntrance(gate, deps.audit)),
    checkHealth: () => gate.enter(() => checkHealth(deps)),
    close: () => (closed ??= close()),
  };
}

function createDeps(options: CheckedOptions, store: Store, gate: Gate, { requestLog, flush, tail }: OpenRequestLog, goesOn: boolean): Deps {
  const { clock, logger, fetch, requestTimeoutMs, connectSessionLifetimeSeconds, roleGrantWaitMs } = options;
  const send = recordSends(
    createSend({ fetch, timeoutMs: requestTimeoutMs, onUnreachable: (host, reason) => logUnreachable(logger, host, reason) }),
    { requestLog, clock },
  );
  const vault = createVault(options.encryptionKeys);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const background = goesOn ? createBackground(gate, logger, requestLog) : { start: () => undefined };
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
