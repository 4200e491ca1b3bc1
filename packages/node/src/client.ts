import { createAudit, type Audit } from './audit.ts';
import { createConnections, type Connections } from './connections.ts';
import { createConnectSessions, type ConnectSessions } from './connect-sessions.ts';
import { createEncryption, type Encryption } from './encryption.ts';
import { createExchange, type Runtime } from './exchange.ts';
import { createIntegrations, type Integrations } from './integrations.ts';
import { createKeys, type Keys } from './keys.ts';
import { createLogs, type Logs } from './logs.ts';
import { checkOptions, type LatchkeyOptions } from './options.ts';
import { createOverview, type Overview } from './overview.ts';
import { createProviders, type Providers } from './providers.ts';
import { createProxy, type Proxy } from './proxy.ts';
import { createSettings, type Settings } from './settings.ts';
import { createShareLinks, type ShareLinks } from './share-links.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

/** Latchkey, as a backend calls it. It holds no secret that could be printed. */
export interface Latchkey {
  readonly connections: Connections;
  readonly connectSessions: ConnectSessions;
  readonly integrations: Integrations;
  readonly logs: Logs;
  readonly keys: Keys;
  readonly providers: Providers;
  readonly proxy: Proxy;
  readonly shareLinks: ShareLinks;
  readonly webhooks: Webhooks;
  readonly overview: Overview;
  readonly audit: Audit;
  readonly settings: Settings;
  readonly encryption: Encryption;
}

/**
 * Creates a client. Nothing is sent before the first call.
 *
 * @throws {LatchkeyError} `invalid_option`
 * @example
 * ```ts
 * const latchkey = createLatchkey({ apiUrl: 'https://app.example.com/latchkey', secretKey: process.env.LATCHKEY_SECRET_KEY });
 * const { token } = await latchkey.connectSessions.create({ endUser: { id: 'user-1' } });
 * ```
 */
export function createLatchkey(options: LatchkeyOptions): Latchkey {
  return assembleLatchkey(options, { now: () => new Date(), random: Math.random, sleep });
}

/** Puts the parts together. @internal */
export function assembleLatchkey(options: LatchkeyOptions, runtime: Runtime): Latchkey {
  const exchange = createExchange(checkOptions(options), runtime);
  return {
    connections: createConnections(exchange),
    connectSessions: createConnectSessions(exchange),
    integrations: createIntegrations(exchange),
    logs: createLogs(exchange),
    keys: createKeys(exchange),
    providers: createProviders(exchange),
    proxy: createProxy(exchange),
    shareLinks: createShareLinks(exchange),
    webhooks: createWebhooks(exchange),
    overview: createOverview(exchange),
    audit: createAudit(exchange),
    settings: createSettings(exchange),
    encryption: createEncryption(exchange),
  };
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
