import type { Page } from '@playwright/test';
import { checkAccess } from './check-access.ts';
import { addTestConnection, beginIntegration, connectWorker, goTo, newId, signInToConsole, tryAndFindInLogs } from './console.ts';
import { giveEnvironment, pressConnect, readSignInClient, signOn } from './sign-in.ts';
import { callApi, expect, fillForm, firstEnvironment, test, workingWorker, type Stack } from './stack.ts';

test('from nothing to a request through a worker application, by the console alone', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  const [integrationId, userId] = [newId('worker'), newId('ada')];
  const seen: string[] = [];
  page.on(
    'response',
    (response) =>
      void response.text().then(
        (text) => seen.push(text),
        () => undefined,
      ),
  );

  await signInToConsole(page, stack);
  await beginIntegration(page, /Client Credentials/, integrationId);
  await page.getByRole('button', { name: 'Create integration' }).click();
  await expect(page.getByText(integrationId, { exact: true })).toBeVisible();

  await addTestConnection(page, integrationId, userId);
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue(environment.tld);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await tryAndFindInLogs(page, userId, '/v1/environments?limit=10', 200);

  const { connections } = await callApi(stack, 'GET', `/connections?endUserId=${userId}`);
  const { connection_id: connectionId } = connections[0];
  const full = await callApi(stack, 'GET', `/connections/${connectionId}?provider_config_key=${integrationId}`);
  expect(seen.join('\n')).not.toContain(full.credentials.token);
  expect(seen.join('\n')).not.toContain(worker.clientSecret);
});

test('from nothing to a request as somebody who signed in, by the console alone', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const client = readSignInClient(stack);
  const [integrationId, userId] = [newId('sign-in'), newId('grace')];

  await signInToConsole(page, stack);
  await beginIntegration(page, /^PingOne(?! \()/, integrationId);
  await expect(page.getByText(`${stack.apiUrl}/oauth/callback`).first()).toBeVisible();
  await page.getByLabel('OAuth client ID').fill(client.clientId);
  await page.getByLabel('OAuth client secret').fill(client.clientSecret);
  await page.getByRole('button', { name: 'Create integration' }).click();
  await expect(page.getByText(integrationId, { exact: true })).toBeVisible();
  await expect(page.getByLabel('OAuth client ID')).toHaveValue(client.clientId);
  await expect(page.getByLabel('OAuth client secret')).toHaveValue('');

  await addTestConnection(page, integrationId, userId);
  await giveEnvironment(page, environment);
  const popup = await pressConnect(page);
  const closed = popup.waitForEvent('close');
  await signOn(popup, environment);
  await closed;
  await page.getByRole('button', { name: 'Done' }).click();
  // What is suggested is what this token may read: their own user.
  await tryAndFindInLogs(page, userId, await page.getByLabel('Path').inputValue(), 200);
});

test('a wrong password is refused with what to do, and signing out is for good', async ({ page, stack }) => {
  await page.goto(`${stack.consoleUrl}/settings/audit`);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Password').fill(stack.consolePassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Signed in.* 200/ }).first()).toBeVisible();

  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: 'Administrator' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.context().addCookies(cookies);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a connection is switched off, on, tagged and deleted', async ({ page, stack }) => {
  const userId = newId('kept');
  const connectionId = await connectWorker(stack, userId);
  await signInToConsole(page, stack, `/connections/pingone-cc/${connectionId}`);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('Done.')).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();

  const tags = page.getByRole('region', { name: 'Tags' });
  await tags.getByRole('button', { name: 'Edit' }).click();
  await tags.getByRole('textbox').fill('{"plan": "gold",}');
  await tags.getByRole('button', { name: 'Save' }).click();
  await expect(tags).toContainText('no JSON');
  await tags.getByRole('textbox').fill('{"plan": "gold"}');
  await tags.getByRole('button', { name: 'Save' }).click();
  await expect(tags.getByRole('definition')).toHaveText('gold');

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
  expect((await callApi(stack, 'GET', `/connections?endUserId=${userId}`)).connections).toEqual([]);
});

test('what is deleted is not asked about any more', async ({ page, stack }) => {
  const integrationId = newId('short-lived');
  await callApi(stack, 'POST', '/integrations', { unique_key: integrationId, provider: 'pingone-cc' });
  const url = `https://hooks.example.com/${integrationId}`;
  const webhook = await callApi(stack, 'POST', '/webhooks', { url });
  const missing: string[] = [];
  page.on('response', (response) => void (response.status() === 404 && missing.push(response.url())));
  await signInToConsole(page, stack, `/integrations/${integrationId}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Integrations' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'pingone-cc' }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: integrationId })).toHaveCount(0);
  await page.goto(`${stack.consoleUrl}/settings/webhooks/${webhook.data.id}`);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await expect(page.getByRole('link', { name: url })).toHaveCount(0);
  expect(missing).toEqual([]);
});

test('a secret key is made, works, and is revoked', async ({ page, stack }) => {
  const name = newId('key');
  await signInToConsole(page, stack, '/settings/keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.getByRole('dialog', { name: 'Keep this key' }).locator('code').innerText();
  const list = (): Promise<Response> => fetch(`${stack.apiUrl}/connections?limit=1`, { headers: { Authorization: `Bearer ${key}` } });
  expect((await list()).status).toBe(200);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('body')).not.toContainText(key);
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('row', { name })).toHaveCount(0);
  expect((await list()).status).toBe(401);
});

test('a list is narrowed to an integration, and shows all again', async ({ page, stack }) => {
  const userId = newId('narrowed');
  await connectWorker(stack, userId);
  await signInToConsole(page, stack, '/connections');
  const mine = page.getByRole('link', { name: userId });
  await expect(mine).toBeVisible();
  await page.getByLabel('Integration').selectOption('pingone');
  await expect(mine).toHaveCount(0);
  await page.getByLabel('Integration').selectOption('All integrations');
  await expect(mine).toBeVisible();
});

test('whoever works by keyboard is led on, and back to where they were', async ({ page, stack }) => {
  const connectionId = await connectWorker(stack, newId('keyboard'));
  await signInToConsole(page, stack, `/connections/pingone-cc/${connectionId}`);
  const [check, more] = [page.getByRole('button', { name: 'Check now' }), page.getByRole('button', { name: 'More' })];
  await check.press('Enter');
  await expect(page.getByText('Done.')).toBeVisible();
  await expect(check).toBeFocused();
  await more.press('Enter');
  await page.getByRole('button', { name: 'Share a link' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Share a link' })).toBeFocused();
  await page.getByRole('button', { name: 'Make the link' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Send this link' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();

  const tags = page.getByRole('region', { name: 'Tags' });
  await tags.getByRole('button', { name: 'Edit' }).press('Enter');
  await expect(tags.getByRole('textbox')).toBeFocused();
  await tags.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(tags.getByRole('button', { name: 'Edit' })).toBeFocused();
});

test('a theme is seen on the form and copied as CSS', async ({ page, stack }) => {
  await signInToConsole(page, stack, '/settings/connect');
  const button = page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Connect', exact: true });
  await page.getByLabel('Accent, light', { exact: true }).fill('#00aa88');
  await expect(button).toHaveCSS('background-color', 'rgb(0, 170, 136)');
  await expect(page.getByRole('region', { name: 'Theme' })).toContainText('--lk-accent: light-dark(#00aa88, #a5a8ff);');
  await expect(page.getByRole('region', { name: 'Theme' })).toContainText('hard to read in light');
});

test('who may only look sees everything but keys, and has no button that would be refused', async ({ page, stack }) => {
  const connectionId = await connectWorker(stack, newId('looked-at'));
  await page.route('**/console/api/session', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    if (body.data.user) body.data.user.role = 'viewer';
    await route.fulfill({ response, json: body });
  });
  await signInToConsole(page, stack);
  await goTo(page, 'Integrations');
  await expect(page.getByRole('link', { name: 'Configure new integration' })).toHaveCount(0);
  await goTo(page, 'Connections');
  await expect(page.getByRole('button', { name: 'Add test connection' })).toHaveCount(0);
  await page.goto(`${stack.consoleUrl}/connections/pingone-cc/${connectionId}`);
  await expect(page.getByRole('region', { name: 'What it may do' })).toBeVisible();
  for (const name of ['Check now', 'More', 'Send', 'Edit']) await expect(page.getByRole('button', { name })).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Secret keys' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a webhook' })).toHaveCount(0);
});

const ACCESS_WIDTHS = [1280, 360];

async function checkPages(page: Page, stack: Stack, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(`${stack.consoleUrl}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.getByText('Loading…')).toHaveCount(0);
    await checkAccess(page, ACCESS_WIDTHS);
  }
}

test('axe finds nothing on the pages of the console and nothing scrolls sideways, in light and in dark', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const connectionId = await connectWorker(stack, newId('seen'));
  await page.goto(`${stack.consoleUrl}/overview`);
  await page.getByLabel('Password').waitFor();
  await checkAccess(page, ACCESS_WIDTHS);
  await signInToConsole(page, stack);
  await checkPages(page, stack, [
    '/overview',
    '/integrations',
    '/integrations/new',
    '/integrations/pingone',
    '/connections',
    '/connections?search=nobody-is-called-so',
    `/connections/pingone-cc/${connectionId}`,
    '/logs',
    '/nowhere',
  ]);
});

test('axe finds nothing in the settings of the console and nothing scrolls sideways, in light and in dark', async ({ page, stack }) => {
  test.setTimeout(120_000);
  const { data: webhook } = await callApi(stack, 'POST', '/webhooks', { url: 'https://example.com/hooks/latchkey' });
  await callApi(stack, 'POST', '/connect/links', { integration_id: 'pingone-cc', end_user: { id: newId('linked') } });
  await signInToConsole(page, stack);
  await checkPages(page, stack, [
    '/settings/keys',
    '/settings/webhooks',
    `/settings/webhooks/${webhook.id}`,
    '/settings/connect',
    '/settings/links',
    '/settings/encryption',
    '/settings/audit',
  ]);
  await callApi(stack, 'DELETE', `/webhooks/${webhook.id}`);
});
