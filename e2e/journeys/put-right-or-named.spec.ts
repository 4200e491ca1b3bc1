import { expect, fillForm, findWorker, firstEnvironment, openForm, test, workingWorker } from './stack.ts';

test('a wrong region is corrected, and the form says so', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  await openForm(page, stack);
  await fillForm(page, { tld: 'asia' });
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue(environment.tld);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText(environment.name);
});

test('an application with the Basic method is connected', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment, 'CLIENT_SECRET_BASIC');
  await openForm(page, stack);
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText(environment.name);
});

test('a wrong secret is named on its field, and nothing else is lost', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  await openForm(page, stack);
  await fillForm(page, {
    environmentId: environment.environmentId,
    clientId: worker.clientId,
    clientSecret: 'a-secret-that-is-not-the-right-one',
  });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const secret = page.locator('[name="client_secret"]');
  await expect(secret).toHaveAttribute('aria-invalid', 'true');
  await expect(secret).toBeFocused();
  await expect(page.locator('main')).toContainText('does not accept the client secret');
  await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue(worker.clientId);

  await secret.fill(worker.clientSecret);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText(environment.name);
});

test('an unknown client is told from a wrong secret', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  await openForm(page, stack);
  await fillForm(page, {
    environmentId: environment.environmentId,
    clientId: '7d0b6f0c-5c0e-4d43-9a53-0f6c6f1e2b11',
    clientSecret: 'any-secret-will-do-here',
  });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeFocused();
});

test('a disabled application is named with the place of its toggle', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = findWorker(environment, ({ enabled }) => !enabled);
  await openForm(page, stack);
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText('toggle at');
});

test('an application without roles is named with the way to Grant Roles', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = findWorker(
    environment,
    ({ enabled, roles, authMethod }) => enabled && roles.length === 0 && authMethod === 'CLIENT_SECRET_POST',
  );
  await openForm(page, stack);
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText('Grant Roles');
});

test('an application with a method that takes no secret is named with the setting to change', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = findWorker(environment, ({ authMethod }) => authMethod === 'CLIENT_SECRET_JWT');
  await openForm(page, stack);
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText('Token Endpoint Authentication Method');
});

test('pressing Connect early marks what is missing and goes to the first such field', async ({ page, stack }) => {
  await openForm(page, stack);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Environment ID' })).toBeFocused();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(4);
});

test('a pasted block fills every field that it names', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  await openForm(page, stack);
  const field = page.getByRole('textbox', { name: 'Environment ID' });
  await field.focus();
  await field.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `https://console.pingone.com/?env=${environment.environmentId}\nClient ID: ${worker.clientId}\nClient Secret: ${worker.clientSecret}`);
  await expect(field).toHaveValue(environment.environmentId);
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue(worker.clientId);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText(environment.name);
});
