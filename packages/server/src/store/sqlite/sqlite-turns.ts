import type { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { DatabaseConnection } from 'kysely';
import { isLocked } from './explain-sqlite-error.ts';

/** Who may use the one connection to a database, and when. Without it a statement could land in somebody else's transaction. */
export interface SqliteTurns {
  /** Does work that changes nothing, or is part of its caller's transaction: at once, unless somebody else is in one. */
  read<Result>(connection: DatabaseConnection, work: () => Result): Promise<Result>;
  /**
   * Does work that changes something. What comes at the same time is committed together, because a commit waits for the disk, however little is in it.
   * Resolves when the change is on the disk. One that fails leaves the others alone.
   */
  write<Result>(connection: DatabaseConnection, work: () => Result): Promise<Result>;
  /** Waits for its turn and begins a transaction, which lasts until {@link SqliteTurns.leave}. */
  begin(connection: DatabaseConnection): Promise<void>;
  /** Ends the turn of a connection, if it has one. */
  leave(connection: DatabaseConnection): void;
}

/** A change that waits. */
interface Change {
  /** Returns how its caller is told what came of it, which is not done before the commit. */
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** Somebody who waits for the connection: with a change, or to have it alone. */
type Waiting = Change | { readonly enter: () => void };

/** Changes in one commit: few enough to keep the process from nothing else for long. */
const MAX_TOGETHER = 100;

// SQLite waits for a lock inside the call and keeps the whole process from doing anything else. So it waits this long only, which is
// enough for a usual commit of another process; a longer wait happens between turns of the event loop. It also lets another store of the
// same process go on that holds the lock.
export const BLOCKING_WAIT_MS = 10;
const PAUSE_MS = 5;

/** Creates the turns of a connection. Who came first is first. */
export function createSqliteTurns(database: DatabaseSync, lockTimeoutMs: number): SqliteTurns {
  const waiting: Waiting[] = [];
  let owner: DatabaseConnection | undefined;
  let isTaken = false;
  let isCalled = false;

  /** Calls the next one, once everybody who is about to come is there. */
  const callNext = (): void => {
    if (isTaken || isCalled || waiting.length === 0) return;
    isCalled = true;
    setImmediate(() => {
      isCalled = false;
      void goOn();
    });
  };
  const goOn = async (): Promise<void> => {
    const [first] = waiting;
    if (isTaken || first === undefined) return;
    isTaken = true;
    if ('enter' in first) {
      waiting.shift();
      first.enter();
      return;
    }
    const end = waiting.findIndex((one) => 'enter' in one);
    const changes = waiting.splice(0, Math.min(MAX_TOGETHER, end === -1 ? waiting.length : end)).filter((one) => 'run' in one);
    if (changes.length === 1 || !(await commitTogether(changes))) for (const change of changes) await commitAlone(change);
    release();
  };
  const release = (): void => {
    isTaken = false;
    callNext();
  };
  const takeTurn = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push({ enter: resolve });
      callNext();
    });

  /** Resolves to whether everybody has been told what came of their change; otherwise nothing has happened. */
  const commitTogether = async (changes: readonly Change[]): Promise<boolean> => {
    try {
      await whenUnlocked(() => database.exec('begin immediate'), lockTimeoutMs);
    } catch (error) {
      for (const { reject } of changes) reject(error);
      return true;
    }
    const tellers: (() => void)[] = [];
    try {
      for (const { run, reject } of changes) {
        try {
          tellers.push(run());
        } catch (error) {
          // A statement that fails undoes what it did itself; a few failures, such as a full disk, undo the whole transaction.
          if (!database.isTransaction) return false;
          tellers.push(() => reject(error));
        }
      }
      database.exec('commit');
    } catch {
      if (database.isTransaction) database.exec('rollback');
      return false;
    }
    for (const tell of tellers) tell();
    return true;
  };
  const commitAlone = async ({ run, reject }: Change): Promise<void> => {
    try {
      const tell = await whenUnlocked(run, lockTimeoutMs);
      tell();
    } catch (error) {
      reject(error);
    }
  };

  return {
    async read(connection, work) {
      if (!isTaken || owner === connection) return whenUnlocked(work, lockTimeoutMs);
      await takeTurn();
      try {
        return await whenUnlocked(work, lockTimeoutMs);
      } finally {
        release();
      }
    },
    write(connection, work) {
      if (owner === connection) return whenUnlocked(work, lockTimeoutMs);
      return new Promise((resolve, reject) => {
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        waiting.push({ run, reject });
        callNext();
      });
    },
    async begin(connection) {
      await takeTurn();
      owner = connection;
      // A transaction that began by reading could not write any more once another process has written.
      await whenUnlocked(() => database.exec('begin immediate'), lockTimeoutMs);
    },
    leave(connection) {
      if (owner !== connection) return;
      owner = undefined;
      release();
    },
  };
}

/** Does work as soon as no other process holds the lock, or fails when that takes too long. */
export async function whenUnlocked<T>(work: () => T, timeoutMs: number): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() >= deadline) throw error;
    }
    await setTimeout(PAUSE_MS);
  }
}
