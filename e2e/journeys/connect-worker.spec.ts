import { expect, fillForm, firstEnvironment, openForm, test, workingWorker } from './stack.ts';

test('a customer logs in, connects a worker application, calls the API and disconnects', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);

  await page.goto(stack.demoUrl);
  await page.getByRole('button', { name: /Log in as Ada/ }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Connect PingOne' }).click();
  await expect(page.getByRole('heading', { name: 'Link PingOne (Client Credentials) Account' })).toBeVisible();

  await fillForm(page, { environmentId: environment.environmentId });
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue(environment.tld);
  await fillForm(page, { clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();

  const card = page.locator('.connection');
  await expect(card).toContainText(environment.name);
  await page.getByRole('button', { name: 'List environments' }).click();
  await expect(page.getByRole('table')).toContainText(environment.name);

  await page.reload();
  await expect(card).toContainText(environment.name);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Connect PingOne' })).toBeFocused();
});

test('the form ends with proof: environment, type, region and what the connection may do', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  await openForm(page, stack);
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const form = page.locator('main');
  await expect(form).toContainText(environment.name);
  await expect(form).toContainText('North America');
  await expect(form).toContainText('Read users');
});

test('everything works by keyboard alone', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  await openForm(page, stack);
  const focused = page.locator(':focus');
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused.count()) > 0 && ((await focused.getAttribute('name')) === name || (await focused.textContent()) === name)) return;
    }
    throw new Error(`"${name}" was not reached by 20 presses of Tab.`);
  };
  await page.getByRole('textbox', { name: 'Environment ID' }).waitFor();
  await tabTo('environmentId');
  await page.keyboard.insertText(environment.environmentId);
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue(environment.tld);
  await tabTo('client_id');
  await page.keyboard.insertText(worker.clientId);
  await tabTo('client_secret');
  await page.keyboard.insertText(worker.clientSecret);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText(environment.name);
});

test('the secret is nowhere in the page, its address or its storage once connected', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  const worker = workingWorker(environment);
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await openForm(page, stack);
  await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('main')).toContainText(environment.name);

  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const values = [...document.querySelectorAll('input')].map((input) => input.value);
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      databases,
      values,
      document.documentElement.outerHTML,
      location.href,
    ]);
  });
  expect(kept).not.toContain(worker.clientSecret);
  expect(urls.join('\n')).not.toContain(worker.clientSecret);
});

test.describe('at 200 % zoom', () => {
  // A browser that zooms to 200 % lays the page out in half as many CSS pixels, each twice as large.
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  test('the whole journey works, and nothing scrolls sideways', async ({ page, stack }) => {
    const environment = firstEnvironment(stack);
    const worker = workingWorker(environment);
    const sideways = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await openForm(page, stack);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Environment ID' })).toBeInViewport();
    expect(await sideways()).toBe(0);
    await fillForm(page, { environmentId: environment.environmentId, clientId: worker.clientId, clientSecret: worker.clientSecret });
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('heading', { name: `Connected to ${environment.name}` })).toBeInViewport();
    expect(await sideways()).toBe(0);
  });
});
