import type { Gate } from '../gate.ts';
import { logBackground, type Logger } from '../log.ts';
import { BACKGROUND, type RequestLog } from './request-log.ts';

/** Does work that nobody waits for. */
export interface Background {
  /** Starts work, unless work with the same key is still running. What it fails with is logged. */
  start(key: string, work: () => Promise<unknown>): void;
}

/** Creates it. Closing the gate waits for what runs, and nothing starts after that. */
export function createBackground(gate: Pick<Gate, 'enter'>, logger: Logger, requestLog: Pick<RequestLog, 'withCaller'>): Background {
  const running = new Set<string>();
  return {
    start(key, work) {
      if (running.has(key)) return;
      running.add(key);
      gate
        .enter(() => requestLog.withCaller(BACKGROUND, work))
        .catch((error: unknown) => logBackground(logger, error))
        .finally(() => running.delete(key));
    },
  };
}
