import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that serves. */
export interface Serving {
  readonly url: string;
  /** What it printed when it was ready. */
  readonly welcome: string;
  /** Tells it to end, as a terminal or a service manager does, and waits for it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>;
}

/** An empty folder, in which `latchkey` is called as a user calls it. */
export interface Workplace {
  readonly path: string;
  readonly run: (words: readonly string[], environment?: Environment, input?: string) => Promise<Ended>;
  readonly serve: (environment?: Environment) => Promise<Serving>;
  readonly remove: () => void;
}

/** Makes a workplace with pages that are as good as built. Every command gets a port of its own. */
export function openWorkplace(): Workplace {
  const path = mkdtempSync(join(tmpdir(), 'latchkey-standalone-'));
  const pages = join(path, 'pages');
  for (const folder of ['console/dist', 'hosted/dist/page', 'hosted/dist/script']) mkdirSync(join(pages, folder), { recursive: true });
  for (const page of ['console/dist', 'hosted/dist/page']) {
    writeFileSync(join(pages, page, 'index.html'), `<!doctype html><meta name="latchkey-api" content="/"><title>${page}</title>`);
  }
  writeFileSync(join(pages, 'hosted/dist/script/connect.js'), '(() => {})();');
  const defaults = { LATCHKEY_PORT: '0', LATCHKEY_PAGES_DIR: pages };
  const start = (words: readonly string[], environment: Environment): ChildProcess => {
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...defaults, ...environment };
    return spawn(process.execPath, ['--conditions=@latchkey/source', MAIN, ...words], { cwd: path, env });
  };

  return {
    path,
    async run(words, environment = {}, input = '') {
      const child = start(words, environment);
      child.stdin!.end(input);
      const [stdout, stderr, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
      return { code, stdout, stderr };
    },
    async serve(environment = {}) {
      const child = start(['serve'], environment);
      const ended = once(child, 'exit');
      const stderr = text(child.stderr!);
      const lines: string[] = [];
      const reader = createInterface({ input: child.stdout! });
      const ready = (async () => {
        for await (const line of reader) {
          lines.push(line);
          if (line.includes('Ctrl-C')) return;
        }
        throw new Error(`It ended before it was ready:\n${await stderr}`);
      })();
      await ready;
      const welcome = lines.join('\n');
      const [url = ''] = /http:\/\/localhost:\d+/.exec(welcome) ?? [];
      return {
        url,
        welcome,
        async stop(signal = 'SIGTERM') {
          child.kill(signal);
          const [code] = await ended;
          return { code, stdout: welcome, stderr: await stderr };
        },
      };
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}
