import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { askToken, findSeeded } from './testing/ask-sandbox.ts';

const children: ReturnType<typeof spawn>[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts the command and waits until it says where it listens. */
async function startCommand() {
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', fileURLToPath(new URL('start.ts', import.meta.url))]);
  children.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  await expect.poll(() => output, { timeout: 15_000 }).toContain('Press Ctrl-C');
  return { child, ended, read: () => output, url: /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '' };
}

test.each(['SIGINT', 'SIGTERM'] as const)('it gives tokens, says nothing of its inside, and ends cleanly on %s', async (signal) => {
  const { child, ended, read, url } = await startCommand();
  const { data: environments } = await (await fetch(`${url}/environments`)).json();
  const sandbox = { hosts: { auth: `${url}/auth/{tld}`, api: '', console: '' }, environments } as Pick<Sandbox, 'hosts' | 'environments'>;
  expect((await askToken(sandbox, findSeeded(sandbox, 'Worker with Post'))).status).toBe(200);
  child.kill(signal);
  expect(await ended).toBe(0);
  expect(read()).not.toMatch(/oidc-provider|warning/i);
});

test('it takes another port when the usual one is taken', async () => {
  const holder = await createSandbox().catch(() => undefined);
  const { child, ended, read, url } = await startCommand();
  expect(read()).toContain('Port 4600 is taken');
  expect(url).not.toMatch(/:4600$/);
  child.kill('SIGTERM');
  await ended;
  await holder?.close();
});
