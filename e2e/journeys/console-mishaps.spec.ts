import { connectWorker, goTo, newId, signInToConsole } from './console.ts';
import { expect, listConnections, test } from './stack.ts';

test('without a network a change fails at once, and is not made once there is one', async ({ page, context, stack }) => {
  const userId = newId('offline');
  const connectionId = await connectWorker(stack, userId);
  await signInToConsole(page, stack, `/connections/pingone-cc/${connectionId}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The server did not answer.');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await context.setOffline(false);
  await goTo(page, 'Connections');
  await expect(page.getByRole('link', { name: userId })).toBeVisible();
  expect(await listConnections(stack, userId)).toHaveLength(1);
});

test('a tab that was open while another one signed in anew is told so, and goes on', async ({ page, context, stack }) => {
  await signInToConsole(page, stack, '/settings/keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const name = newId('two-tabs');
  await page.getByLabel('Name').fill(name);

  const other = await context.newPage();
  await other.goto(`${stack.consoleUrl}/overview`);
  await other.getByRole('button', { name: 'Administrator' }).click();
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await signInToConsole(other, stack);

  const dialog = page.getByRole('dialog');
  const sessionRead = page.waitForResponse((response) => response.url().endsWith('/console/api/session'));
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(dialog.getByRole('alert')).toContainText('signed in again in this browser');
  await sessionRead;
  await expect(dialog.getByLabel('Name')).toHaveValue(name);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByRole('dialog', { name: 'Keep this key' })).toBeVisible();
});

test('whose session ended is told why they sign in again, and is back where they were', async ({ page, context, stack }) => {
  await signInToConsole(page, stack, '/settings/webhooks');
  await page.getByRole('button', { name: 'Add a webhook' }).first().click();
  await page.getByLabel('URL').fill('https://example.com/hooks');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await page.getByLabel('Password').fill(stack.consolePassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();

  await page.getByRole('button', { name: 'Administrator' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Your session has ended.')).toHaveCount(0);
});

test('a request that is tried out is not said to be answered by the provider when it was the session that ended', async ({
  page,
  context,
  stack,
}) => {
  const connectionId = await connectWorker(stack, newId('tried'));
  await signInToConsole(page, stack, `/connections/pingone-cc/${connectionId}`);
  await page.getByLabel('Path').fill('/v1/nowhere');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('figure')).toContainText('403');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
});

test('a sign-out that fails says so', async ({ page, stack }) => {
  await signInToConsole(page, stack);
  await page.route('**/console/api/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Administrator' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('alert')).toContainText('The server did not answer.');
});

test('a page of a list that does not come is said, and the last one keeps the focus', async ({ page, stack }) => {
  let isDown = true;
  await page.route('**/connect/links*', async (route) => {
    if (!route.request().url().includes('cursor=more')) {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), next_cursor: 'more' } });
    } else if (isDown)
      await route.fulfill({ status: 500, json: { error: { code: 'internal_error', message: 'It broke.', retryable: true } } });
    else await route.fulfill({ json: { data: [], next_cursor: null } });
  });
  await signInToConsole(page, stack, '/settings/links');
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(page.getByText('That is all.')).toBeFocused();
});

test('a double click makes one key', async ({ page, stack }) => {
  const made: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && request.url().endsWith('/keys') && made.push(request.url())));
  await signInToConsole(page, stack, '/settings/keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByLabel('Name').fill(newId('double'));
  await page.getByRole('button', { name: 'Make the key' }).dblclick();
  await expect(page.getByRole('dialog', { name: 'Keep this key' })).toBeVisible();
  expect(made).toHaveLength(1);
});

test('a value that the browser does not let be copied is said to be not copied', async ({ page, stack }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied.', 'NotAllowedError'));
  });
  await signInToConsole(page, stack, '/settings/connect');
  await page.getByRole('button', { name: 'Copy CSS' }).click();
  await expect(page.getByRole('button', { name: 'Not copied' })).toBeVisible();
});
