import { beginIntegration, connectWorker, goTo, newId, signInToConsole } from './console.ts';
import { callApi, expect, test } from './stack.ts';

test('a form changes only what was touched, so that nothing of a colleague’s is undone', async ({ page, stack }) => {
  const integrationId = newId('shared');
  await callApi(stack, 'POST', '/integrations', { unique_key: integrationId, provider: 'pingone' });
  await signInToConsole(page, stack, `/integrations/${integrationId}`);
  await page.getByLabel('Name').fill('One');
  await callApi(stack, 'PATCH', `/integrations/${integrationId}`, {
    credentials: { type: 'OAUTH2', client_id: 'of-a-colleague', client_secret: 'theirs', scopes: 'openid' },
  });
  for (const name of ['One', 'Two']) {
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  await expect(page.getByLabel('OAuth client ID')).toHaveValue('of-a-colleague');
  const { data } = await callApi(stack, 'GET', `/integrations/${integrationId}?include=credentials`);
  expect(data).toMatchObject({
    display_name: 'Two',
    credentials: { client_id: 'of-a-colleague', client_secret: 'theirs', scopes: 'openid' },
  });

  // What was touched is sent, and an empty client is one that is taken away.
  await page.getByLabel('OAuth client ID').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect((await callApi(stack, 'GET', `/integrations/${integrationId}?include=credentials`)).data.credentials?.client_id).toBeUndefined();
});

test('an integration goes with what was connected meanwhile, and its connections leave the list', async ({ page, stack }) => {
  const [integrationId, userId, otherId] = [newId('doomed'), newId('connected-meanwhile'), newId('of-another')];
  await connectWorker(stack, otherId);
  await callApi(stack, 'POST', '/integrations', { unique_key: integrationId, provider: 'pingone-cc' });
  // The count is some seconds old, also at the server: it has nothing of this integration yet.
  await page.route('**/overview?*', async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    await route.fulfill({ response, json: { data: { ...data, connections: { ...data.connections, by_integration: [] } } } });
  });
  await signInToConsole(page, stack, `/integrations/${integrationId}`);
  await expect(page.getByText('none', { exact: true })).toBeVisible();
  const connectionId = await connectWorker(stack, userId, integrationId);
  await goTo(page, 'Connections');
  await expect(page.getByRole('link', { name: userId })).toBeVisible();
  const missing: string[] = [];
  page.on('response', (response) => void (response.status() === 404 && missing.push(response.url())));
  await goTo(page, 'Integrations');
  await page.getByRole('row', { name: integrationId }).getByRole('link').click();
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('somebody has connected through it meanwhile');
  await dialog.getByRole('button', { name: 'Delete with its connections' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Integrations' })).toBeVisible();
  await goTo(page, 'Connections');
  await expect(page.getByRole('link', { name: otherId })).toBeVisible();
  await expect(page.getByRole('link', { name: userId })).toHaveCount(0);
  expect(missing.filter((url) => url.includes(connectionId))).toEqual([]);
});

test('a connection that was deleted is not asked about any more', async ({ page, stack }) => {
  const userId = newId('gone');
  const connectionId = await connectWorker(stack, userId);
  const missing: string[] = [];
  page.on('response', (response) => void (response.status() === 404 && missing.push(response.url())));
  await signInToConsole(page, stack, `/connections/pingone-cc/${connectionId}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
  await expect(page.getByRole('link', { name: userId })).toHaveCount(0);
  expect(missing).toEqual([]);
});

test('what is wrong with a new integration is said in plain words, wherever it is', async ({ page, stack }) => {
  await signInToConsole(page, stack);
  await beginIntegration(page, /^PingOne(?! \()/, 'with spaces');
  const create = page.getByRole('button', { name: 'Create integration' });
  await create.click();
  await expect(page.getByLabel('Integration ID')).toHaveAccessibleDescription(/begins with a letter or digit/);
  await page.getByLabel('Integration ID').fill(newId('quoted'));
  await page.getByLabel('Another scope').fill('bad"scope');
  await page.getByLabel('Another scope').press('Enter');
  await create.click();
  await expect(page.getByRole('alert')).toContainText('no scopes');
});

test('what was wrong with tags is forgotten with them', async ({ page, stack }) => {
  const connectionId = await connectWorker(stack, newId('tagged'));
  await signInToConsole(page, stack, `/connections/pingone-cc/${connectionId}`);
  const tags = page.getByRole('region', { name: 'Tags' });
  await tags.getByRole('button', { name: 'Edit' }).click();
  await tags.getByRole('textbox').fill('{');
  await tags.getByRole('button', { name: 'Save' }).click();
  await expect(tags).toContainText('no JSON');
  await tags.getByRole('button', { name: 'Cancel' }).click();
  await tags.getByRole('button', { name: 'Edit' }).click();
  await expect(tags.getByRole('textbox')).toHaveAttribute('aria-invalid', 'false');
  await expect(tags).not.toContainText('no JSON');
});

test('a name of 200 letters without a space pushes nothing out of the window', async ({ page, stack }) => {
  const integrationId = newId('long');
  await callApi(stack, 'POST', '/integrations', { unique_key: integrationId, provider: 'pingone-cc', display_name: 'N'.repeat(200) });
  await signInToConsole(page, stack);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${stack.consoleUrl}/integrations/${integrationId}`);
    await expect(page.getByRole('heading', { level: 1, name: 'NNN' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await goTo(page, 'Integrations');
  const frame = page.getByRole('region', { name: 'Integrations' });
  await expect(frame.getByText(integrationId)).toBeVisible();
  expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await callApi(stack, 'DELETE', `/integrations/${integrationId}`);
});

test('a search that is too long cannot be typed, and is explained where an address has one', async ({ page, stack }) => {
  await signInToConsole(page, stack, `/connections?search=${'a'.repeat(300)}`);
  await expect(page.getByRole('alert')).toContainText('at most 255 is allowed');
  await expect(page.getByRole('searchbox')).toHaveAttribute('maxlength', '255');
});

test('a button of a row says what it is about', async ({ page, stack }) => {
  const userId = newId('linked');
  await callApi(stack, 'POST', '/connect/links', { integration_id: 'pingone-cc', end_user: { id: userId } });
  await signInToConsole(page, stack, '/settings/links');
  await page.getByRole('button', { name: `Revoke the link for ${userId}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('row', { name: userId })).toContainText('Revoked');
});
