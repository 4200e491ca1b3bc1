import type { Page } from '@playwright/test';
import {
  endScenario,
  expectConnected,
  giveEnvironment,
  openSignIn,
  playScenario,
  pressConnect,
  readConnection,
  readSignInClient,
  signOn,
} from './sign-in.ts';
import { callApi, createSession, expect, firstEnvironment, openReconnectForm, test, type Stack } from './stack.ts';

// Scenarios are switched on for the one application that all of these sign in through, so they take turns.
test.describe.configure({ mode: 'default' });

/** Has the sandbox play a scenario while something is done. */
async function during(stack: Stack, id: string, act: () => Promise<void>, body: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { clientId } = readSignInClient(stack);
  await playScenario(stack, id, { clientId, ...body });
  try {
    await act();
  } finally {
    await endScenario(stack, id, clientId);
  }
}

const form = (page: Page) => page.locator('main, body').first();

test('somebody signs in from the app, reads their own profile, and disconnects', async ({ page, stack }) => {
  const environment = firstEnvironment(stack);
  await page.goto(stack.demoUrl);
  await page.getByRole('button', { name: /Log in as Ada/ }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign in with PingOne' }).click();
  await giveEnvironment(page, environment);
  const popup = await pressConnect(page);
  const closed = popup.waitForEvent('close');
  await signOn(popup, environment);
  await closed;

  await page.getByRole('button', { name: 'Read my profile' }).click();
  await expect(page.getByRole('table')).toContainText(environment.users[0]?.username ?? '');
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with PingOne' })).toBeVisible();
});

test('the popup closes itself, and the backend has tokens that can be refreshed', async ({ page, stack }) => {
  const userId = `signs-in-${crypto.randomUUID()}`;
  const environment = await openSignIn(page, stack, userId);
  const popup = await pressConnect(page);
  const closed = popup.waitForEvent('close');
  await signOn(popup, environment);
  await closed;
  await expectConnected(page);

  const { credentials, status } = await readConnection(stack, userId);
  expect(status).toBe('active');
  expect(credentials).toMatchObject({ type: 'OAUTH2', refresh_token: expect.any(String) });
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href]),
  );
  expect(stored).not.toContain(credentials.access_token);
  expect(stored).not.toContain(credentials.refresh_token);
});

test('whoever cancels the sign-on is told so, keeps the form, and can try again', async ({ page, stack }) => {
  const environment = await openSignIn(page, stack);
  const popup = await pressConnect(page);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await closed;
  await expect(page.getByRole('alert')).toContainText(/not allowed|refused|declined|denied|cancel/i);
  await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
  await signOn(await pressConnect(page), environment);
  await expectConnected(page);
});

test('a blocked popup is named, and the same tab does as well', async ({ page, stack }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const environment = await openSignIn(page, stack);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(form(page)).toContainText('Your browser did not open the sign-in window.');
  await page.getByRole('button', { name: 'Continue in this tab' }).click();
  await signOn(page, environment);
  await expectConnected(page);
});

test('whoever cancels in the same tab comes back to the filled form', async ({ page, stack }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const environment = await openSignIn(page, stack);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Continue in this tab' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('a popup that is closed is noticed, and a new one does it', async ({ page, stack }) => {
  const environment = await openSignIn(page, stack);
  const popup = await pressConnect(page);
  await popup.getByLabel('Username').waitFor();
  await popup.close();
  await expect(form(page)).toContainText('The sign-in window seems to be closed.', { timeout: 4000 });
  const second = page.waitForEvent('popup');
  await page.getByRole('button', { name: /Open the window again|Try again/ }).click();
  await signOn(await second, environment);
  await expectConnected(page);
});

test('an opener that the sign-on page severs learns the end from the server', async ({ page, stack }) => {
  const environment = await openSignIn(page, stack);
  await during(stack, 'sign_on_isolated', async () => {
    const popup = await pressConnect(page);
    await signOn(popup, environment);
    await expectConnected(page);
  });
});

test('a page that is reloaded meanwhile picks up what was finished late', async ({ page, stack }) => {
  const environment = await openSignIn(page, stack);
  const popup = await pressConnect(page);
  await popup.getByLabel('Username').waitFor();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
  await signOn(popup, environment);
  await expectConnected(page);
});

test('a sign-on page that never loads can be left', async ({ page, stack }) => {
  await openSignIn(page, stack);
  await during(stack, 'sign_on_hangs', async () => {
    await pressConnect(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled();
  });
});

test('a redirect URI that the application lacks is named, with the one to enter', async ({ page, stack }) => {
  await openSignIn(page, stack);
  await during(stack, 'redirect_uri_mismatch', async () => {
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(/redirect URI/i);
    await expect(form(page)).toContainText(`${stack.apiUrl}/oauth/callback`);
  });
});

test('a connection without a refresh token works, with a warning that says what to tick', async ({ page, stack }) => {
  const environment = await openSignIn(page, stack);
  await during(stack, 'no_refresh_token', async () => {
    await signOn(await pressConnect(page), environment);
    await expectConnected(page);
    await expect(form(page)).toContainText(/refresh token/i);
  });
});

test('somebody brings an application of their own, and a wrong secret of it is named before they sign on', async ({ page, stack }) => {
  const environment = await openSignIn(page, stack);
  const own = environment.webApps.find(({ name }) => name === 'Portal with Basic');
  await page.getByText('Use an application of your own').click();
  await page.getByRole('textbox', { name: 'Client ID' }).fill(own?.clientId ?? '');
  await page.locator('[name="client_secret"]').fill('not-the-secret-of-this-application');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('[name="client_secret"]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name="client_secret"]').fill(own?.clientSecret ?? '');
  await signOn(await pressConnect(page), environment);
  await expectConnected(page);
});

test('whose refresh token is refused signs in again, and it is the same connection', async ({ page, stack }) => {
  const userId = `reconnects-${crypto.randomUUID()}`;
  const environment = await openSignIn(page, stack, userId);
  await signOn(await pressConnect(page), environment);
  await expectConnected(page);
  const before = await readConnection(stack, userId);
  const path = `/connections/${before.connection_id}?provider_config_key=pingone&force_refresh=true`;
  await during(stack, 'refresh_token_refused', async () => {
    await expect(callApi(stack, 'GET', path)).rejects.toThrow(/424/);
  });

  await openReconnectForm(page, stack, before.connection_id, 'pingone');
  await expect(form(page)).toContainText(environment.environmentId);
  // They are still signed on at PingOne, so that the popup asks for nothing and closes again.
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
  await opened;
  await expectConnected(page);
  expect((await readConnection(stack, userId)).status).toBe('active');
  expect((await callApi(stack, 'GET', path)).credentials.access_token).not.toBe(before.credentials.access_token);
});

test('a callback that comes to another browser connects nothing, and the one whose it is can still use it', async ({ page, stack }) => {
  const userId = `stolen-${crypto.randomUUID()}`;
  const environment = await openSignIn(page, stack, userId);
  const popup = await pressConnect(page);
  await popup.getByLabel('Username').waitFor();
  // Another browser is one without the cookie that was set when the popup passed through Latchkey.
  const context = page.context();
  const cookies = (await context.cookies()).filter(({ name }) => name.startsWith('__Host-latchkey'));
  expect(cookies).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);
  await context.clearCookies({ name: /^__Host-latchkey/ });
  const callback = popup.waitForRequest(/\/oauth\/callback/);
  await signOn(popup, environment);
  const url = (await callback).url();
  await expect(popup.locator('body')).toContainText(/another browser|did not start|not begin/i);
  expect((await callApi(stack, 'GET', `/connections?endUserId=${userId}`)).connections).toEqual([]);

  await context.addCookies(cookies);
  const own = await context.newPage();
  await own.goto(url);
  await expectConnected(page);
});

test('a start link that was sent to somebody asks before it goes on', async ({ stack, browser }) => {
  const environment = firstEnvironment(stack);
  const token = await createSession(stack, `lured-${crypto.randomUUID()}`, 'pingone');
  const answer = await fetch(`${stack.apiUrl}/connect/authorizations`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      integration_id: 'pingone',
      connection_config: { environmentId: environment.environmentId, tld: environment.tld },
    }),
  });
  const { data } = await answer.json();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(data.start_url);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(page.url()).toContain('/oauth/start');
  await context.close();
});
