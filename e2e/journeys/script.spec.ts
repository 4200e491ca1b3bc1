import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import { signOn } from './sign-in.ts';
import { expect, firstEnvironment, test, workingWorker, type Stack } from './stack.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The origin that the demo allows for the page of `examples/no-react`. */
const PAGE = 'http://localhost:4510';

test.describe('a page without React, on another origin', () => {
  let host: ChildProcess | undefined;
  let url: string;

  test.beforeAll(async ({ stack }) => {
    host = spawn(join(root, 'node_modules/.bin/node'), ['examples/no-react/server.ts'], {
      cwd: root,
      env: { ...process.env, PORT: '0', LATCHKEY_URL: stack.apiUrl, LATCHKEY_SECRET_KEY: stack.secretKey },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (!host.stdout) throw new Error('The example cannot be heard.');
    const [line]: Buffer[] = await once(host.stdout, 'data');
    url = String(line).trim();
  });
  test.afterAll(async () => {
    if (!host) return;
    const ended = once(host, 'exit');
    host.kill('SIGTERM');
    await ended;
  });
  // The example is on whatever port was free, and the page on the one that the demo allows.
  test.beforeEach(async ({ page, context }) => {
    // To the browser, a page that a test answers for comes from no network at all.
    await context.grantPermissions(['local-network-access'], { origin: PAGE });
    await page.route(`${PAGE}/**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(PAGE, url) });
      await route.fulfill({ response });
    });
  });

  // The page may still ask for something when a test has seen what it wanted.
  test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

  async function fillWorker(form: Locator, stack: Stack): Promise<void> {
    const environment = firstEnvironment(stack);
    const worker = workingWorker(environment);
    await form.getByRole('textbox', { name: 'Environment ID' }).fill(environment.environmentId);
    await expect(form.getByRole('combobox', { name: 'Region' })).toHaveValue(environment.tld);
    await form.getByRole('textbox', { name: 'Client ID' }).fill(worker.clientId);
    await form.locator('[name="client_secret"]').fill(worker.clientSecret);
    await form.getByRole('button', { name: 'Connect', exact: true }).click();
  }

  test('opens the form in a dialog, is told of the connection, and that it was closed', async ({ page, stack }) => {
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Connect PingOne' }).click();
    const dialog = page.getByRole('dialog');
    await fillWorker(dialog, stack);
    await expect(dialog.locator('[data-part="result"]')).toContainText(/connected/i);
    await expect(page.locator('#status')).toHaveText(/^Connected: [\w-]{36}$/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.locator('#status')).toHaveText('Closed.');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Connect PingOne' })).toBeFocused();
  });

  test('signs somebody in, from the dialog', async ({ page, stack }) => {
    const environment = firstEnvironment(stack);
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Sign in with PingOne' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Environment ID' }).fill(environment.environmentId);
    await expect(dialog.getByRole('combobox', { name: 'Region' })).toHaveValue(environment.tld);
    const opened = page.waitForEvent('popup');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await signOn(await opened, environment);
    await expect(page.locator('#status')).toHaveText(/^Connected: [\w-]{36}$/);
  });

  test('draws the form in place, with the look of the stylesheet, and takes it away with the element', async ({ page, stack }) => {
    await page.goto(PAGE);
    const element = page.locator('latchkey-connect');
    await expect(element.locator('[data-part="root"]')).not.toHaveCSS('border-radius', '0px');
    await fillWorker(element, stack);
    await expect(page.locator('#status')).toHaveText(/^Connected in place: [\w-]{36}$/);
    await element.evaluate((node) => node.remove());
    await expect(page.locator('[data-part="root"]')).toHaveCount(0);
  });

  test('loads the form only when it is needed, and can be closed while it loads', async ({ page }) => {
    await page.goto(PAGE);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(loaded.filter((name) => name.endsWith('/connect.js'))).toHaveLength(1);
    await page.evaluate(() => {
      const script: unknown = Reflect.get(globalThis, 'Latchkey');
      Reflect.get(Object(script), 'open')({ sessionToken: 'none' }).close();
    });
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
