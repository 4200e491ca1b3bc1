import type { Timer } from '../clock.ts';
import { foldCase } from '../core/fold-case.ts';
import type { OperationFilter, StoredOperation, TailedOperation } from '../store/request-log-store.ts';
import type { Store } from '../store/store.ts';

/** Somebody who watches the request log. */
export interface TailListener {
  readonly filter: OperationFilter;
  /** Called with each operation that was stored, by whichever process; again when one that was running has ended. */
  readonly onOperation: (operation: StoredOperation) => void;
  /** Called when there were more than can be shown. */
  readonly onSkipped: (count: number) => void;
  /** Called once, when the server closes. */
  readonly onEnd: () => void;
}

/** Watches the request log for everybody who asks. Nothing is asked of the store while nobody does. */
export interface OperationTail {
  /** Starts telling of what is stored from now on. @returns What stops it. */
  subscribe(listener: TailListener): () => void;
  /** Ends all. */
  close(): void;
}

/** Pause between two looks at the store, in milliseconds. */
const PAUSE_MS = 500;

/** Operations that one look takes in at most. */
const LOOK_SIZE = 300;

/** Rows before the last one that are looked at once more: of several processes that write at once, the one that began first may be done last. */
const OVERLAP = 100;

/** Creates it. One look at the store serves all who watch, and finds what other processes have stored as well as what this one has. */
export function createOperationTail({
  store,
  timer,
  onError,
}: {
  readonly store: Pick<Store, 'findLastOperationRow' | 'listOperationsAfterRow'>;
  readonly timer: Timer;
  readonly onError: (error: unknown) => void;
}): OperationTail {
  const listeners = new Set<TailListener>();
  const seen = new Set<number>();
  let lastRow: number | undefined;
  let cancel: (() => void) | undefined;

  const look = async (): Promise<void> => {
    if (lastRow === undefined) {
      lastRow = await store.findLastOperationRow();
      for (let row = Math.max(1, lastRow - OVERLAP); row <= lastRow; row += 1) seen.add(row);
      return;
    }
    const rows = await store.listOperationsAfterRow(Math.max(0, lastRow - OVERLAP), LOOK_SIZE);
    const news = rows.filter(({ rowId }) => !seen.has(rowId));
    const [first] = rows;
    const skipped = rows.length === LOOK_SIZE && first !== undefined ? Math.max(0, first.rowId - lastRow - 1) : 0;
    lastRow = Math.max(lastRow, rows.at(-1)?.rowId ?? 0);
    for (const { rowId } of news) seen.add(rowId);
    for (const rowId of seen) if (rowId < lastRow - OVERLAP) seen.delete(rowId);
    for (const listener of listeners) tell(listener, news, skipped);
  };
  const run = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      onError(error);
    }
    schedule();
  };
  const schedule = (): void => {
    cancel = listeners.size === 0 ? undefined : timer(PAUSE_MS, () => void run());
    // Who comes after a while without anybody begins with what is there then.
    if (cancel === undefined) [lastRow] = [undefined, seen.clear()];
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1 && cancel === undefined) {
        cancel = () => undefined;
        void run();
      }
      return () => void listeners.delete(listener);
    },
    close() {
      cancel?.();
      for (const { onEnd } of listeners) onEnd();
      listeners.clear();
    },
  };
}

function tell({ filter, onOperation, onSkipped }: TailListener, news: readonly TailedOperation[], skipped: number): void {
  if (skipped > 0) onSkipped(skipped);
  for (const operation of news) if (matches(filter, operation)) onOperation(operation);
}

function matches(
  { from, to, statuses, types, integrationId, connectionId, endUserId, search }: OperationFilter,
  operation: TailedOperation,
): boolean {
  const { startedAt } = operation;
  return (
    (from === undefined || startedAt >= from) &&
    (to === undefined || startedAt < to) &&
    (statuses === undefined || statuses.includes(operation.status)) &&
    (types === undefined || types.includes(operation.type)) &&
    (integrationId === undefined || operation.integrationId === integrationId) &&
    (connectionId === undefined || operation.connectionId === connectionId) &&
    (endUserId === undefined || operation.endUserId === endUserId) &&
    (search === undefined || operation.searchText.includes(foldCase(search)))
  );
}
