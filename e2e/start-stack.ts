import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const START_TIMEOUT_MS = 60_000;

/** Starts the demo exactly as `pnpm demo` does, in a data folder of its own, and ends it after the journeys. */
export default async function startStack(): Promise<() => Promise<void>> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'));
  const file = join(folder, 'stack.json');
  const demo = spawn(join(root, 'node_modules/.bin/node'), ['--conditions=@latchkey/source', 'apps/demo/start.ts'], {
    cwd: root,
    env: { ...process.env, DEMO_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const started = new Promise<void>((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`The demo did not start in ${START_TIMEOUT_MS / 1000} s. It printed:\n${output}`)),
      START_TIMEOUT_MS,
    );
    demo.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      // The welcome is printed when everything listens and the description is written.
      if (output.includes('Ctrl-C') && existsSync(file)) {
        clearTimeout(timer);
        done();
      }
    });
    demo.once('exit', (code) => fail(new Error(`The demo ended with ${code}. It printed:\n${output}`)));
  });
  await started;
  process.env['LATCHKEY_STACK'] = file;
  return async () => {
    const ended = once(demo, 'exit');
    demo.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
