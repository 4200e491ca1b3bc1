import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Another process that writes connections to a store. */
export interface Writer {
  /** What it has said about each connection so far, as soon as it says it. */
  readonly lines: AsyncIterable<string>;
  /** Ends it in the middle of what it does. Resolves when it is gone. */
  kill(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('write-connections.ts', import.meta.url));

/** Starts a process that opens a store, migrates it and inserts connections one after another. See `write-connections.ts`. */
export function startWriter(database: string, prefix: string, count: number): Writer {
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', SCRIPT, database, prefix, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  return {
    lines: createInterface({ input: child.stdout }),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
