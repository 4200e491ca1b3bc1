import type { Page } from '@playwright/test';
import { expectConnected, giveOwnClient, pressConnect, readConnection, signOn } from '../sign-in.ts';
import { callApi, expect, openForm, openReconnectForm, type SandboxEnvironment, type Stack, type WebApp } from '../stack.ts';

/** What a row of signing in may use. The form is open, and the environment is filled in. */
export interface SignInContext {
  readonly page: Page;
  readonly stack: Stack;
  readonly environment: SandboxEnvironment;
  /** The end user of the session. */
  readonly userId: string;
  /**
   * Has the sandbox play a scenario.
   *
   * @param where For the application that the integration signs people in through, or for all of the environment, where other journeys connect
   *   workers meanwhile. @default 'application'
   */
  readonly scenario: (id: string, where?: 'application' | 'environment') => Promise<void>;
  /** Ends what is played. */
  readonly endScenarios: () => Promise<void>;
  /** Presses Connect and expects a sentence that names what is wrong, on a field when one is named. */
  readonly named: (sentence: RegExp, field?: string) => Promise<void>;
}

/** One row of `docs/first-try.md`, as a person does it. */
interface SignInRow {
  readonly id: string;
  readonly act: (context: SignInContext) => Promise<void>;
}

const whole = (page: Page) => page.locator('body');

function findWebApp({ webApps }: SandboxEnvironment, name: string): WebApp {
  const found = webApps.find((webApp) => webApp.name === name);
  if (!found) throw new Error(`There is no web app "${name}".`);
  return found;
}

/** A row that the server names before anybody signs on: the window that had opened goes away again. */
function askedAhead(id: string, scenario: string, sentence: RegExp): SignInRow {
  return {
    id,
    act: async (context) => {
      await context.scenario(scenario);
      await context.named(sentence);
    },
  };
}

/** A row that is named when the person comes back from the provider. */
function namedOnReturn(id: string, scenario: string, sentence: RegExp, where?: 'environment'): SignInRow {
  return {
    id,
    act: async ({ page, environment, ...context }) => {
      await context.scenario(scenario, where);
      await signOn(await pressConnect(page), environment);
      await expect(page.getByRole('alert')).toContainText(sentence, { timeout: 15_000 });
      await context.endScenarios();
      // Nothing that was typed is lost, and who is still signed on is asked for nothing.
      await pressConnect(page);
      await expectConnected(page);
    },
  };
}

/** A row in which somebody brings an application of their own, which the form names something about. */
function ownClient(
  id: string,
  client: (environment: SandboxEnvironment, stack: Stack) => Pick<WebApp, 'clientId' | 'clientSecret'>,
  sentence: RegExp,
  field?: string,
): SignInRow {
  return {
    id,
    act: async (context) => {
      await giveOwnClient(context.page, client(context.environment, context.stack));
      await context.named(sentence, field);
    },
  };
}

/** The rows of “Signing in”. */
export const signingIn: readonly SignInRow[] = [
  {
    id: 'popup-blocked',
    act: async ({ page, environment }) => {
      await page.evaluate(() => {
        window.open = () => null;
      });
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(whole(page)).toContainText('Your browser did not open the sign-in window.');
      await page.getByRole('button', { name: 'Continue in this tab' }).click();
      await signOn(page, environment);
      await expectConnected(page);
    },
  },
  {
    id: 'popup-closed',
    act: async ({ page, environment }) => {
      const popup = await pressConnect(page);
      await popup.getByLabel('Username').waitFor();
      await popup.close();
      await expect(whole(page)).toContainText('The sign-in window seems to be closed.', { timeout: 4000 });
      const second = page.waitForEvent('popup');
      await page.getByRole('button', { name: /Open the window again|Try again/ }).click();
      await signOn(await second, environment);
      await expectConnected(page);
    },
  },
  {
    id: 'popup-severed',
    act: async ({ page, environment, scenario }) => {
      await scenario('sign_on_isolated');
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
    },
  },
  {
    id: 'finished-late',
    act: async ({ page, environment }) => {
      const popup = await pressConnect(page);
      await popup.getByLabel('Username').waitFor();
      await page.reload();
      await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
      await signOn(popup, environment);
      await expectConnected(page);
    },
  },
  {
    id: 'popup-hangs',
    act: async ({ page, environment, scenario }) => {
      await scenario('sign_on_hangs');
      await pressConnect(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeEnabled();
      await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
    },
  },
  {
    id: 'callback-opened-elsewhere',
    act: async ({ page, stack, environment, userId }) => {
      const popup = await pressConnect(page);
      await popup.getByLabel('Username').waitFor();
      // Another browser is one without the cookie that was set when the window passed through Latchkey.
      const context = page.context();
      const cookies = (await context.cookies()).filter(({ name }) => name.startsWith('__Host-latchkey'));
      expect(cookies).toMatchObject([{ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);
      await context.clearCookies({ name: /^__Host-latchkey/ });
      const callback = popup.waitForRequest(/\/oauth\/callback/);
      await signOn(popup, environment);
      const url = (await callback).url();
      await expect(whole(popup)).toContainText(/another browser|did not start|not begin/i);
      expect((await callApi(stack, 'GET', `/connections?endUserId=${userId}`)).connections).toEqual([]);

      await context.addCookies(cookies);
      const own = await context.newPage();
      await own.goto(url);
      await expectConnected(page);
    },
  },
  {
    id: 'callback-reloaded',
    act: async ({ page, stack, environment, userId }) => {
      const popup = await pressConnect(page);
      const callback = popup.waitForRequest(/\/oauth\/callback/);
      await signOn(popup, environment);
      await expectConnected(page);
      const before = await readConnection(stack, userId);
      const again = await page.context().newPage();
      const answer = await again.goto((await callback).url());
      expect(answer?.status()).toBeLessThan(500);
      expect((await readConnection(stack, userId)).credentials.access_token).toBe(before.credentials.access_token);
    },
  },
  {
    id: 'no-application',
    act: async ({ page, stack, environment }) => {
      const integrationId = `own-${crypto.randomUUID()}`;
      await callApi(stack, 'POST', '/integrations', { provider: 'pingone', unique_key: integrationId });
      await page.goto('about:blank');
      await openForm(page, stack, undefined, integrationId);
      await page.getByRole('textbox', { name: 'Environment ID' }).fill(environment.environmentId);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(page.locator('[name="client_id"]')).toHaveAttribute('aria-invalid', 'true');
      await giveOwnClient(page, findWebApp(environment, 'Acme Portal'));
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
    },
  },
  {
    id: 'consent-refused',
    act: async ({ page, environment }) => {
      const popup = await pressConnect(page);
      const closed = popup.waitForEvent('close');
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await closed;
      await expect(page.getByRole('alert')).toContainText(/sign-in was cancelled/);
      await expect(page.getByRole('textbox', { name: 'Environment ID' })).toHaveValue(environment.environmentId);
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
    },
  },
  {
    id: 'sign-on-not-shown',
    act: async ({ page, environment, scenario, endScenarios }) => {
      await scenario('login_required');
      await pressConnect(page);
      await expect(page.getByRole('alert')).toContainText(/asked for a sign-on/, { timeout: 15_000 });
      await endScenarios();
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
    },
  },
  {
    id: 'redirect-uri-missing',
    act: async ({ page, stack, scenario, named }) => {
      await scenario('redirect_uri_mismatch');
      await named(/redirect URI/);
      await expect(page.getByText(`${stack.apiUrl}/oauth/callback`).first()).toBeVisible();
    },
  },
  {
    id: 'refresh-token-not-ticked',
    act: async ({ page, environment, scenario }) => {
      await scenario('no_refresh_token');
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
      await expect(whole(page)).toContainText(/refresh token/i);
    },
  },
  askedAhead('scope-not-selected', 'scope_refused', /does not grant the application the scopes/),
  {
    id: 'scope-left-out',
    act: async ({ page, environment }) => {
      await giveOwnClient(page, findWebApp(environment, 'Portal without scopes'));
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
      await expect(whole(page)).toContainText(/p1:read:user/);
    },
  },
  {
    id: 'own-secret-wrong',
    act: async ({ page, environment, named }) => {
      const own = findWebApp(environment, 'Portal with Basic');
      await giveOwnClient(page, { ...own, clientSecret: 'not-the-secret-of-this-application' });
      await named(/does not accept its client secret/, 'client_secret');
      await page.locator('[name="client_secret"]').fill(own.clientSecret);
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
    },
  },
  ownClient(
    'own-client-unknown',
    (_environment, { sandbox }) => sandbox.environments.at(-1)?.webApps[0] ?? { clientId: '', clientSecret: '' },
    /no enabled application with the client ID/,
    'client_id',
  ),
  askedAhead('own-client-disabled', 'application_disabled', /disabled/),
  ownClient(
    'worker-in-place-of-web-app',
    ({ workers }) => workers[0] ?? { clientId: '', clientSecret: '' },
    /may not use the authorization code grant/,
  ),
  {
    id: 'own-client-set-to-basic',
    act: async ({ page, environment }) => {
      await giveOwnClient(page, findWebApp(environment, 'Portal with Basic'));
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
    },
  },
  askedAhead('request-not-taken', 'authorization_refused', /refused the sign-in before anybody could sign in/),
  namedOnReturn('code-not-taken', 'code_refused', /did not take back the code/),
  namedOnReturn('id-token-foreign', 'id_token_invalid', /ID token that does not belong to it/),
  namedOnReturn('issuer-foreign', 'mix_up', /in the name of another PingOne environment/, 'environment'),
  {
    id: 'refresh-token-refused',
    act: async ({ page, stack, environment, userId, scenario, endScenarios }) => {
      await signOn(await pressConnect(page), environment);
      await expectConnected(page);
      const before = await readConnection(stack, userId);
      const path = `/connections/${before.connection_id}?provider_config_key=pingone&force_refresh=true`;
      await scenario('refresh_token_refused');
      await expect(callApi(stack, 'GET', path)).rejects.toThrow(/424/);
      await endScenarios();

      await openReconnectForm(page, stack, before.connection_id, 'pingone');
      await expect(whole(page)).toContainText(environment.environmentId);
      // They are still signed on at PingOne, so that the window asks for nothing and closes again.
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
      await opened;
      await expectConnected(page);
      expect((await readConnection(stack, userId)).status).toBe('active');
      expect((await callApi(stack, 'GET', path)).credentials.access_token).not.toBe(before.credentials.access_token);
    },
  },
];
