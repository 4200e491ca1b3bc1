import { signingIn } from './first-try/signing-in.ts';
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
  type ScenarioTarget,
} from './sign-in.ts';
import { createSession, expect, firstEnvironment, test, type Stack } from './stack.ts';

// Scenarios are switched on for the one application that all of these sign in through, so they take turns.
test.describe.configure({ mode: 'default' });

for (const { id, act } of signingIn) {
  test(`${id} signing in`, async ({ page, stack }) => {
    const userId = `${id}-${crypto.randomUUID()}`;
    const environment = await openSignIn(page, stack, userId);
    const played = new Map<string, ScenarioTarget>();
    const endScenarios = async (): Promise<void> => {
      for (const [scenario, target] of played) await endScenario(stack, scenario, target);
      played.clear();
    };
    try {
      await act({
        page,
        stack,
        environment,
        userId,
        endScenarios,
        scenario: async (scenario, where) => {
          const target =
            where === 'environment' ? { environmentId: environment.environmentId } : { clientId: readSignInClient(stack).clientId };
          played.set(scenario, target);
          await playScenario(stack, scenario, target);
        },
        named: async (sentence, field) => {
          await page.getByRole('button', { name: 'Connect', exact: true }).click();
          await expect(page.locator('main')).toContainText(sentence, { timeout: 20_000 });
          if (field !== undefined) await expect(page.locator(`[name="${field}"]`)).toHaveAttribute('aria-invalid', 'true');
          await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
        },
      });
    } finally {
      await endScenarios();
    }
  });
}

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

test('whoever signs in in the same tab comes back to it, also where another window has opened that tab', async ({ page, stack }) => {
  await page.addInitScript(() => {
    window.open = () => null;
    window.opener = window;
  });
  const environment = await openSignIn(page, stack);
  const before = page.url();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const begun = page.waitForRequest((request) => request.url().endsWith('/connect/authorizations'));
  await page.getByRole('button', { name: 'Continue in this tab' }).click();
  // What the page has in its fragment, a session token here, is sent to nobody, and is there again afterwards.
  expect(new URL(before).hash).not.toBe('');
  expect((await begun).postDataJSON()).toMatchObject({ return_url: before.replace(/#.*/, '') });
  await signOn(page, environment);
  await expectConnected(page);
  expect(page.url()).toBe(before);
});

/** Begins a sign-in of another end user's, and gives the page at which its window starts. */
async function beginElsewhere(stack: Stack): Promise<string> {
  const { environmentId, tld } = firstEnvironment(stack);
  const token = await createSession(stack, `lured-${crypto.randomUUID()}`, 'pingone');
  const answer = await fetch(`${stack.apiUrl}/connect/authorizations`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ integration_id: 'pingone', connection_config: { environmentId, tld } }),
  });
  return (await answer.json()).data.start_url;
}

test('a ticket that somebody puts into a window that the app has opened asks before it goes on', async ({ page, stack }) => {
  const startUrl = await beginElsewhere(stack);
  await page.goto(stack.demoUrl);
  // As the app itself leads there, nobody would be asked.
  await page.evaluate((url) => location.assign(url), startUrl.replace(/#.*/, ''));
  await expect(page.getByRole('heading', { name: 'One moment…' })).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-asks', 'false');
  // Long enough for a click to count, but for the button that has just come.
  await page.waitForFunction(() => performance.now() > 1000);
  await page.evaluate(
    (hash) =>
      new Promise<void>((done) => {
        const click = (): void => {
          document.querySelector('button')?.click();
          done();
        };
        addEventListener('hashchange', click, { once: true });
        location.hash = hash;
      }),
    new URL(startUrl).hash,
  );
  const go = page.getByRole('button', { name: 'Continue' });
  await expect(go).toBeVisible();
  expect(page.url()).not.toContain('ticket');
  await expect(async () => {
    // A click that counted leads on, however long that takes.
    if (await go.isVisible()) await go.click({ timeout: 100 });
    await expect(page.getByLabel('Username')).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('a start link that was sent to somebody asks before it goes on', async ({ stack, browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await beginElsewhere(stack));
  const go = page.getByRole('button', { name: 'Continue' });
  await expect(go).toBeVisible();
  expect(page.url()).toContain('/oauth/start');
  // The second half of a double click, on a window that stood on top and is gone, does not count.
  await page.evaluate(() => {
    window.dispatchEvent(new Event('focus'));
    document.querySelector('button')?.click();
  });
  await expect(go).toBeVisible();
  await expect(async () => {
    // A click that counted leads on, however long that takes.
    if (await go.isVisible()) await go.click({ timeout: 100 });
    await expect(page.getByLabel('Username')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await context.close();
});
