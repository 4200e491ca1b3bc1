import type { Provider } from '@latchkey/providers';
import type { Clock } from '../clock.ts';
import type { Integration } from '../core/integration.ts';
import type { SingleFlight } from '../core/single-flight.ts';
import type { Logger } from '../log.ts';
import type { Send } from '../oauth/send.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import type { CheckHealth } from './check-health.ts';
import type { Background } from './background.ts';
import type { OpenedConnection } from './open-stored.ts';
import type { RegionMemory } from './region-memory.ts';
import type { RequestTokenSet } from './request-token-set.ts';
import type { TokenMemory } from './token-memory.ts';

/** An integration together with what its provider's data says. */
export interface KnownIntegration extends Integration {
  readonly definition: Provider;
  /** Host templates of the provider: its own, or those of the option `providerHosts`. */
  readonly hosts: Readonly<Record<string, string>>;
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
  /** In the order of the option `integrations`. */
  readonly integrations: ReadonlyMap<string, KnownIntegration>;
  readonly connectSessionLifetimeSeconds: number;
  readonly roleGrantWaitMs: number;
  /** The longest that one exchange with a provider takes. */
  readonly requestTimeoutMs: number;
  readonly checkHealth: CheckHealth;
  readonly regionMemory: RegionMemory;
  readonly requestTokenSet: RequestTokenSet;
  readonly tokenMemory: TokenMemory;
  readonly background: Background;
  /** Who in this process wants the same token set replaced waits together; between processes the lease decides. */
  readonly refreshes: SingleFlight<OpenedConnection>;
}
