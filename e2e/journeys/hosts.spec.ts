import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { createSession, expect, fillForm, firstEnvironment, test, workingWorker, type SandboxEnvironment } from './stack.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.describe("a page rendered on the server, under default-src 'self'", () => {
  let host: ChildProcess;
  let url: string;
  let environments: readonly SandboxEnvironment[];

  test.beforeAll(async () => {
    host = spawn(join(root, 'node_modules/.bin/node'), ['--conditions=@latchkey/source', 'examples/server-rendered/start.ts'], {
      cwd: root,
      env: { ...process.env, PORT: String(await findFreePort()) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    for await (const chunk of host.stdout ?? []) {
      output += chunk;
      if (output.includes('"environments"') && output.endsWith('}\n')) break;
    }
    // The line that describes the host is the only one that is JSON; log lines may stand before it.
    const line = output.split('\n').find((text) => text.startsWith('{"url"'));
    ({ url, environments } = JSON.parse(line ?? ''));
  });
  test.afterAll(async () => {
    const ended = once(host, 'exit');
    host.kill('SIGTERM');
    await ended;
  });

  test('holds the usable form before any script has run', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    await expect(page.getByRole('heading', { name: 'Link PingOne (Client Credentials) Account' })).toBeVisible();
    for (const name of ['environmentId', 'tld', 'client_id', 'client_secret']) await expect(page.locator(`[name="${name}"]`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled();
    await context.close();
  });

  test('is taken over without a warning and makes the whole journey without a violation', async ({ page }) => {
    const messages: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'info' && message.type() !== 'debug') messages.push(message.text());
    });
    await page.goto(url);
    const environment = environments[0];
    if (!environment) throw new Error('The sandbox has no environment.');
    const worker = workingWorker(environment);
    await fillForm(page, { environmentId: environment.environmentId });
    await expect(page.locator('[name="tld"]')).toHaveValue(environment.tld);
    await page.getByRole('button', { name: 'View connection guide' }).click();
    await expect(page.getByRole('heading', { name: 'Connection guide' })).toBeVisible();
    await fillForm(page, { clientId: worker.clientId, clientSecret: worker.clientSecret });
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.locator('main')).toContainText(`Connected to ${environment.name}`);
    expect(messages).toEqual([]);
  });
});

test('a page with React 18.2 makes the whole journey', async ({ page, stack }) => {
  const example = join(root, 'examples/react-18');
  await build({
    configFile: join(example, 'vite.config.ts'),
    base: '/react-18/',
    build: { outDir: join(example, 'dist'), emptyOutDir: true },
  });
  // The page is served as if it were part of the demo, so that it is of an allowed origin.
  await page.route(`${stack.demoUrl}/react-18/**`, (route) => {
    const path = new URL(route.request().url()).pathname.replace('/react-18/', '');
    return route.fulfill({ path: join(example, 'dist', path === '' ? 'index.html' : path) });
  });
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  await page.goto(`${stack.demoUrl}/react-18/#session_token=${await createSession(stack, 'react-18')}`);
  await expect(page.locator('[data-react="18.2.0"]')).toBeVisible();
  await fillForm(page, {
    environmentId: environment.environmentId,
    clientId: worker.clientId,
    clientSecret: 'not-the-secret-not-the-secret-at-all',
  });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('[name="client_secret"]')).toBeFocused();
  await fillForm(page, { clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText(`Connected to ${environment.name}`);
});

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
