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
import { createKeyRotator } from './use-cases/key-rotation.ts';
import { removeExpired } from './use-cases/remove-expired.ts';
import { removeOldAudit } from './use-cases/remove-old-audit.ts';
import type { Vault } from './vault/vault.ts';

/** What the console adds to what the use-cases work with. */
export type ConsoleDeps = Pick<Deps, 'console' | 'audit' | 'connectionCounts' | 'keyRotator' | 'serverFacts' | 'shareLinkLifetimeSeconds'>;

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
  const connectionCounts = createConnectionCounts(store, clock);
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
    connectionCounts,
    keyRotator: createKeyRotator({ store, vault, clock, logger, connectionCounts }),
    serverFacts: { database: /^postgres(?:ql)?:/i.test(database) ? 'postgresql' : 'sqlite', logRetentionDays, app },
    shareLinkLifetimeSeconds,
  };
}

/** What goes on by itself. */
export interface Housekeeping {
  /** Has it end early. */
  stop(): void;
}

/** Starts removing what is too old to be kept, and going on with sealing anew where a process was killed that was at it. */
export function startHousekeeping(deps: Deps, gate: Gate): Housekeeping {
  const resume = async (): Promise<void> => {
    const work = await deps.keyRotator.resume();
    if (work !== undefined) deps.background.start('sealing anew', work);
  };
  gate.opened.then(
    () => deps.background.start('first look at sealing anew', resume),
    () => undefined,
  );
  const sweeper = startSweeper<true>({
    sweep: (_again, signal) =>
      gate.enter(async () => {
        await resume();
        await removeExpired(deps);
        return removeOldAudit(deps, signal);
      }),
    onError: (error) => logBackground(deps.logger, error),
    timer: systemTimer,
    random: deps.random,
  });
  return {
    stop() {
      sweeper.stop();
      deps.keyRotator.stop();
    },
  };
}
