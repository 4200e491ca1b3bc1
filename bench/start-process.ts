import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process tells of itself. */
type Facts = Readonly<Record<string, unknown>>;

/** A process of its own, so that what is measured shares neither memory nor event loop with who measures. */
export interface BenchProcess {
  /** Where it listens, if it does. */
  readonly url: string;
  /** From the start of the process to when it listened, in milliseconds. */
  readonly startMs: number;
  ask(message: Facts): Promise<Facts>;
  /** Memory that it has, in megabytes. */
  readMemory(): Promise<number>;
  /** Processor time that it took since its start, in microseconds: all threads together, and the main one. */
  readCpu(): Promise<{ readonly all: number; readonly main: number }>;
  stop(): Promise<void>;
}

/** Starts one of `processes/` and waits until it is ready. What it writes to its standard output goes nowhere, but is written. */
export async function startProcess(
  name: string,
  parameters: readonly string[] = [],
  execArgv: readonly string[] = [],
): Promise<BenchProcess> {
  const startedAt = performance.now();
  const child = fork(fileURLToPath(new URL(`processes/${name}.js`, import.meta.url)), parameters, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...execArgv],
  });
  const facts = await receive(child);
  const ask = (message: Facts): Promise<Facts> => {
    child.send(message);
    return receive(child);
  };
  return {
    url: String(facts['url']),
    startMs: performance.now() - startedAt,
    ask,
    readMemory: async () => Number((await ask({}))['rss']) / 1024 / 1024,
    readCpu: async () => {
      const { cpuMicroseconds, mainMicroseconds } = await ask({});
      return { all: Number(cpuMicroseconds), main: Number(mainMicroseconds) };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

function receive(child: ChildProcess): Promise<Facts> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null): void => reject(new Error(`The process ended with ${code}.`));
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(Object(message));
    });
  });
}
