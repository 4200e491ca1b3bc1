import type { Page } from '@playwright/test';
import { checkAccess } from './check-access.ts';
import { expectConnected, giveEnvironment, pressConnect, signOn } from './sign-in.ts';
import { callApi, expect, fillForm, firstEnvironment, listConnections, test, workingWorker, type Stack } from './stack.ts';

interface Link {
  readonly id: string;
  readonly url: string;
}

async function createLink(stack: Stack, body: Readonly<Record<string, unknown>> = {}): Promise<Link> {
  const order = { integration_id: 'pingone-cc', end_user: { id: `user-${crypto.randomUUID()}` }, ...body };
  return (await callApi(stack, 'POST', '/connect/links', order)).data;
}

async function readLink(stack: Stack, { id }: Link) {
  const { data } = await callApi(stack, 'GET', '/connect/links?limit=200');
  return data.find((link: Link) => link.id === id);
}

async function connectWorker(page: Page, stack: Stack): Promise<void> {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  await giveEnvironment(page, environment);
  await fillForm(page, { clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

test('the page has a title before it knows whose page it is', async ({ page, stack }) => {
  await page.route('**/connect/app', (route) => route.abort());
  await page.goto(`${stack.apiUrl}/link`);
  await expect(page.getByRole('heading', { level: 1, name: 'Connect', exact: true })).toBeVisible();
});

test('a link lets somebody else connect, once, in a browser that knows nothing', async ({ page, stack, browser }) => {
  const user = `user-${crypto.randomUUID()}`;
  const link = await createLink(stack, { end_user: { id: user } });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.goto(link.url);
  await expect(page).toHaveTitle('Connect to Rollcall');
  await expect(page.locator('header img')).toHaveJSProperty('complete', true);
  await connectWorker(page, stack);
  await expectConnected(page);
  await expect(page.getByText('You can close this page.')).toBeVisible();

  const [connection] = await listConnections(stack, user);
  expect(await readLink(stack, link)).toMatchObject({ state: 'used', connection_id: connection?.connection_id });
  const [, token = ''] = link.url.split('#share=');
  expect(page.url()).not.toContain(token);
  expect(requests.join('\n')).not.toContain(token);

  await page.reload();
  await expect(page.getByRole('heading', { name: /was used/ })).toBeFocused();
  const stranger = await browser.newPage();
  await stranger.goto(link.url);
  await expect(stranger.getByRole('heading', { name: /was used/ })).toBeVisible();
  await stranger.close();
});

test('a link that is used elsewhere while somebody types says so', async ({ page, stack, browser }) => {
  const link = await createLink(stack);
  const other = await browser.newPage();
  await page.goto(link.url);
  await other.goto(link.url);
  await connectWorker(other, stack);
  await expectConnected(other);
  await other.close();
  await connectWorker(page, stack);
  await expect(page.getByRole('heading', { name: /was used/ })).toBeFocused();
});

test('a link that is revoked opens no form, and takes the one away that is open', async ({ page, stack, browser }) => {
  const link = await createLink(stack);
  await page.goto(link.url);
  // Somebody is at it: nothing is loaded any more that would tell of it at once.
  await giveEnvironment(page, firstEnvironment(stack));
  await callApi(stack, 'DELETE', `/connect/links/${link.id}`);
  await connectWorker(page, stack);
  await expect(page.getByRole('heading', { name: /withdrawn/ })).toBeVisible();
  const late = await browser.newPage();
  await late.goto(link.url);
  await expect(late.getByRole('heading', { name: /withdrawn/ })).toBeVisible();
  await late.close();
});

test('a link reconnects the connection that it names', async ({ page, stack }) => {
  const user = `user-${crypto.randomUUID()}`;
  await page.goto((await createLink(stack, { end_user: { id: user } })).url);
  await connectWorker(page, stack);
  await expectConnected(page);
  const [connection] = await listConnections(stack, user);
  const again = await createLink(stack, { end_user: undefined, connection_id: connection?.connection_id });
  // The same tab, and only the fragment differs.
  await page.goto(again.url);
  await fillForm(page, { clientSecret: workingWorker(firstEnvironment(stack)).clientSecret });
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await expectConnected(page);
  expect(await listConnections(stack, user)).toHaveLength(1);
});

test('somebody signs in with a link', async ({ page, stack }) => {
  const user = `user-${crypto.randomUUID()}`;
  const link = await createLink(stack, { integration_id: 'pingone', end_user: { id: user } });
  const environment = firstEnvironment(stack);
  await page.goto(link.url);
  await giveEnvironment(page, environment);
  const popup = await pressConnect(page);
  await signOn(popup, environment);
  await expectConnected(page);
  expect(await listConnections(stack, user)).toHaveLength(1);
  expect(await readLink(stack, link)).toMatchObject({ state: 'used' });
});

test('who signs in in the same tab comes back to be told what to do, and the link tells how it went', async ({ page, stack }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const link = await createLink(stack, { integration_id: 'pingone' });
  const environment = firstEnvironment(stack);
  await page.goto(link.url);
  await giveEnvironment(page, environment);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: /this tab/i }).click();
  await signOn(page, environment);
  await expect(page.getByRole('heading', { name: 'You are back from signing in.' })).toBeVisible();
  await page.goto(link.url);
  await expect(page.getByRole('heading', { name: /was used/ })).toBeVisible();
});

test('the link of a connect session leads to the same form', async ({ page, stack }) => {
  const user = `user-${crypto.randomUUID()}`;
  const { data } = await callApi(stack, 'POST', '/connect/sessions', { end_user: { id: user }, allowed_integrations: ['pingone-cc'] });
  await page.goto(data.connect_link);
  await connectWorker(page, stack);
  await expectConnected(page);
  await page.reload();
  await expect(page.locator('[data-part="root"]')).toBeVisible();
  expect(page.url()).not.toContain(data.token);
  expect(await listConnections(stack, user)).toHaveLength(1);
});

test('what is no link, or half of one, is explained', async ({ page, stack }) => {
  await page.goto(`${stack.apiUrl}/link`);
  await expect(page.getByRole('heading', { name: 'This link is not complete.' })).toBeVisible();
  await page.goto(`${stack.apiUrl}/link#share=latchkey_link_half`);
  await expect(page.getByRole('heading', { name: 'This link is not known here.' })).toBeVisible();
});

test('a page that cannot reach the server goes on when it is online again', async ({ page, stack, context }) => {
  const link = await createLink(stack);
  await page.goto(`${stack.apiUrl}/link`);
  await context.setOffline(true);
  await page.goto(link.url.replace('/link#', '/link/#'));
  await expect(page.getByRole('heading', { name: 'You are offline.' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('textbox', { name: 'Environment ID' })).toBeVisible();
});

for (const [locale, words, direction] of [
  ['de-AT', 'Dieser Link ist nicht vollständig.', 'ltr'],
  ['ar', 'هذا الرابط غير مكتمل.', 'rtl'],
] as const) {
  test(`the page speaks ${locale}`, async ({ browser, stack }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(`${stack.apiUrl}/link`);
    await expect(page.getByRole('heading', { name: words })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await context.close();
  });
}

test('axe finds nothing on the hosted page and nothing scrolls sideways, in light and in dark', async ({ page, stack }) => {
  const widths = [1280, 360];
  await page.goto(`${stack.apiUrl}/link`);
  await page.getByRole('heading', { name: /not complete/ }).waitFor();
  await checkAccess(page, widths);
  const link = await createLink(stack);
  await page.goto(link.url);
  await page.getByRole('textbox', { name: 'Environment ID' }).waitFor();
  await checkAccess(page, widths);
  await connectWorker(page, stack);
  await expectConnected(page);
  await checkAccess(page, widths);
  await page.reload();
  await page.getByRole('heading', { name: /was used/ }).waitFor();
  await checkAccess(page, widths);
});
