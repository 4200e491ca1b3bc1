import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. See `run-server.ts`. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it in the middle of what it does. Resolves when it is gone. */
  kill(): Promise<void>;
}

/** What it is started with. */
export interface ServerProcessOptions {
  readonly database: string;
  readonly encryptionKey: string;
  readonly secretKey: string;
  readonly hosts: object;
  /** Options of `createConnect` that JSON can hold. */
  readonly options?: object;
  /** How far its clock is ahead, in milliseconds. @default 0 */
  readonly aheadMs?: number;
}

const SCRIPT = fileURLToPath(new URL('run-server.ts', import.meta.url));

/** Starts it; resolves when it listens and its database is ready. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, ['--conditions=@latchkey/source', SCRIPT, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout! });
  const [url] = await Promise.race([
    once(lines, 'line'),
    gone.then(() => Promise.reject(new Error('The server ended before it said its URL.'))),
  ]);
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
