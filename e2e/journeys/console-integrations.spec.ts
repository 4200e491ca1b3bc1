import { newId, signInToConsole } from './console.ts';
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
