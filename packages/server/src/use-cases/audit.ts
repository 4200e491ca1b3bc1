import type { Clock } from '../clock.ts';
import type { AuditActor, AuditEntry } from '../core/audit.ts';
import { fitText } from '../core/fit-text.ts';
import type { Principal } from '../core/principal.ts';
import { logBackground, type Logger } from '../log.ts';
import type { Store } from '../store/store.ts';

/** Writes down who did what. */
export interface Audit {
  /**
   * Resolves when the entry is durable. What was done stays done if it cannot be written: then the process's log says so.
   *
   * Security: names and ids only; an entry holds nothing that a body or a query had.
   */
  record(entry: Omit<AuditEntry, 'at'>): Promise<void>;
}

/** Most entries of one write, which is far below what one statement of either database may hold. */
const BATCH_SIZE = 500;

/**
 * Creates it. What is recorded while a write is under way goes into the next one together, so that many requests at once cost few writes, and yet
 * none is answered before its entry is durable.
 */
export function createAudit({
  store,
  clock,
  logger,
}: {
  readonly store: Pick<Store, 'appendAudit'>;
  readonly clock: Clock;
  readonly logger: Logger;
}): Audit {
  let open: { readonly entries: AuditEntry[]; readonly written: Promise<void> } | undefined;
  let last: Promise<void> = Promise.resolve();

  const write = async (entries: AuditEntry[], before: Promise<void>): Promise<void> => {
    await before;
    if (open?.entries === entries) open = undefined;
    await store.appendAudit(entries).catch((error: unknown) => logBackground(logger, error));
  };
  const openBatch = (): NonNullable<typeof open> => {
    const entries: AuditEntry[] = [];
    last = write(entries, last);
    return { entries, written: last };
  };

  return {
    record(entry) {
      open ??= openBatch();
      const { entries, written } = open;
      const { name, ...actor } = entry.actor;
      entries.push({
        ...entry,
        at: clock.now(),
        actor: { ...actor, name: fitText(name) },
        target: entry.target === undefined ? undefined : fitText(entry.target),
      });
      if (entries.length === BATCH_SIZE) open = undefined;
      return written;
    },
  };
}

/** Says who did it. */
export function describeActor({ kind, id, name }: Principal): AuditActor {
  return { kind, id, name };
}

/** The host's own process, which may do everything. */
export const PROCESS: AuditActor = { kind: 'process', id: undefined, name: 'process' };
