import type { Provider } from '@latchkey/providers';
import type { Clock } from '../clock.ts';
import type { Console } from '../console/console.ts';
import type { Integration, OAuthClient } from '../core/integration.ts';
import type { SingleFlight } from '../core/single-flight.ts';
import type { WebhookTargets } from '../core/webhook-target.ts';
import type { Logger } from '../log.ts';
import type { Send } from '../oauth/send.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import type { Audit } from './audit.ts';
import type { CheckHealth } from './check-health.ts';
import type { Background } from './background.ts';
import type { ConnectionCounts } from './connection-counts.ts';
import type { KeyRotator } from './key-rotation.ts';
import type { OpenedConnection } from './open-stored.ts';
import type { OperationTail } from './operation-tail.ts';
import type { RegionMemory } from './region-memory.ts';
import type { RequestLog } from './request-log.ts';
import type { RequestTokenSet } from './request-token-set.ts';
import type { SecretKeys } from './secret-keys.ts';
import type { TokenMemory } from './token-memory.ts';

/** An integration together with what its provider's data says. */
export interface KnownIntegration extends Integration {
  readonly definition: Provider;
  /** Host templates of the provider: its own, or those of the option `providerHosts`. */
  readonly hosts: Readonly<Record<string, string>>;
  /** The OAuth client that end users sign in through; `undefined` where each brings one. */
  readonly client: OAuthClient | undefined;
  /** Asked for when somebody signs in; without any, the provider's defaults are. */
  readonly scopes: readonly string[];
}

/** The integrations that there are, whoever configured them. A new one is found at once; what another process changed or deleted, within two seconds. */
export interface Integrations {
  /** Those of the options, in their order; no call changes them. */
  readonly fixed: readonly KnownIntegration[];
  /** @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid`; `store_unavailable` */
  find(integrationId: string): Promise<KnownIntegration | undefined>;
  /** In the order in which people are shown them. One whose OAuth client does not open is left out, and logged. */
  list(): Promise<readonly KnownIntegration[]>;
  /** Forgets what is remembered of the store, because this process has changed it. */
  forget(): void;
}

/** What people are told of how the server is set up. */
export interface ServerFacts {
  readonly database: 'sqlite' | 'postgresql';
  readonly logRetentionDays: number;
  /** The host's app, as customers know it. */
  readonly app: { readonly name: string; readonly logoUrl?: string | undefined };
}

/** What the use-cases work with. */
export interface Deps {
  readonly store: Store;
  readonly vault: Vault;
  readonly send: Send;
  readonly clock: Clock;
  /** From 0 to 1, for pauses that should differ. */
  readonly random: () => number;
  readonly logger: Logger;
  readonly integrations: Integrations;
  readonly secretKeys: SecretKeys;
  /** Where browsers reach the router, without a slash at the end. */
  readonly publicUrl: string;
  /** Origins of the pages that hold the form. */
  readonly allowedOrigins: readonly string[];
  readonly connectSessionLifetimeSeconds: number;
  readonly shareLinkLifetimeSeconds: number;
  /** Whether there is a page at which links lead somewhere. */
  readonly hostedPage: boolean;
  readonly roleGrantWaitMs: number;
  /** The longest that one exchange with a provider takes. */
  readonly requestTimeoutMs: number;
  readonly webhookTargets: WebhookTargets;
  readonly checkHealth: CheckHealth;
  /** Signing in to the console; `undefined` when there is none. */
  readonly console: Console | undefined;
  readonly audit: Audit;
  readonly connectionCounts: ConnectionCounts;
  readonly keyRotator: KeyRotator;
  readonly serverFacts: ServerFacts;
  readonly regionMemory: RegionMemory;
  /** Where use-cases say what they do; what is sent with `send` is recorded by itself. */
  readonly requestLog: RequestLog;
  /** Resolves when what was logged until now can be read, or when that takes too long. */
  readonly flushRequestLog: () => Promise<void>;
  readonly operationTail: OperationTail;
  readonly requestTokenSet: RequestTokenSet;
  readonly tokenMemory: TokenMemory;
  readonly background: Background;
  /** Who in this process wants the same token set replaced waits together; between processes the lease decides. */
  readonly refreshes: SingleFlight<OpenedConnection>;
}
