import type { CheckedOptions } from './check-options.ts';
import { systemTimer } from './clock.ts';
import { createConsole } from './console/console.ts';
import type { Gate } from './gate.ts';
import { logBackground } from './log.ts';
import { createSend } from './oauth/send.ts';
import type { Store } from './store/store.ts';
import { startSweeper } from './sweeper.ts';
import { createAudit } from './use-cases/audit.ts';
import type { Background } from './use-cases/background.ts';
import { createConnectionCounts } from './use-cases/connection-counts.ts';
import type { Deps } from './use-cases/deps.ts';
import { removeOldAudit } from './use-cases/remove-old-audit.ts';
import type { Vault } from './vault/vault.ts';

/** What the console adds to what the use-cases work with. */
export type ConsoleDeps = Pick<Deps, 'console' | 'audit' | 'connectionCounts' | 'serverFacts' | 'shareLinkLifetimeSeconds'>;

/** What opening the console works with. */
interface ConsoleParts {
  readonly options: CheckedOptions;
  readonly store: Store;
  readonly vault: Vault;
  readonly background: Background;
  /** Where browsers reach the router, without a slash at the end. */
  readonly publicUrl: string;
}

/** Opens what the console works with. */
export function openConsole({ options, store, vault, background, publicUrl }: ConsoleParts): ConsoleDeps {
  const { clock, logger, fetch, requestTimeoutMs, database, logRetentionDays, app, shareLinkLifetimeSeconds } = options;
  return {
    console:
      options.console &&
      createConsole({
        options: options.console,
        store,
        clock,
        background,
        vault,
        send: createSend({ fetch, timeoutMs: requestTimeoutMs }),
        publicUrl,
      }),
    audit: createAudit({ store, clock, logger }),
    connectionCounts: createConnectionCounts(store, clock),
    serverFacts: { database: /^postgres(?:ql)?:/i.test(database) ? 'postgresql' : 'sqlite', logRetentionDays, app },
    shareLinkLifetimeSeconds,
  };
}

/** Starts removing what is too old to be kept. @returns What stops it. */
export function startAuditSweeper(deps: Deps, gate: Gate): () => void {
  const sweeper = startSweeper<true>({
    sweep: (_again, signal) => gate.enter(() => removeOldAudit(deps, signal)),
    onError: (error) => logBackground(deps.logger, error),
    timer: systemTimer,
    random: deps.random,
  });
  return () => sweeper.stop();
}
