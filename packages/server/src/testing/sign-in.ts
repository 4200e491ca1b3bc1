import type { SandboxEnvironment } from '@latchkey/sandbox';
import type { ConnectOptions } from '../options.ts';
import { startApi, type TestAnswer, type TestApi } from './start-api.ts';
import { createTestBrowser, type TestBrowser } from './test-browser.ts';

/** Makes the integration `pingone` with a web app of the sandbox's first environment, by its name. */
export function portalIntegration(
  environment: SandboxEnvironment | undefined,
  name = 'Acme Portal',
  overrides: Partial<NonNullable<ConnectOptions['integrations']>[number]> = {},
) {
  const { clientId, clientSecret } = findPortal(environment, name);
  return { id: 'pingone', provider: 'pingone', clientId, clientSecret, ...overrides };
}

/** Starts an API with an integration for each way in which an application may be set up. */
export function startSignInApi(): Promise<TestApi> {
  return startApi({
    integrations: ({ environments: [acme, staging] }) => [
      portalIntegration(acme),
      portalIntegration(acme, 'Portal without refresh token', { id: 'no-refresh' }),
      portalIntegration(acme, 'Portal with offline_access', { id: 'offline', scopes: ['openid', 'p1:read:user', 'offline_access'] }),
      portalIntegration(acme, 'Portal with Basic', { id: 'basic' }),
      portalIntegration(acme, 'Acme Portal', { id: 'wrong-secret', clientSecret: 'wrong' }),
      portalIntegration(staging, 'Acme Portal', { id: 'staging' }),
      { id: 'bring', provider: 'pingone' },
      { id: 'pingone-cc', provider: 'pingone-cc' },
    ],
    options: { allowedOrigins: ['https://app.example'] },
  });
}

/** Finds a web app of an environment's. */
export function findPortal(environment: SandboxEnvironment | undefined, name = 'Acme Portal') {
  const portal = environment?.webApps.find((one) => one.name === name);
  if (portal === undefined) throw new Error(`The sandbox has no web app "${name}".`);
  return portal;
}

/** Makes the body with which a sign-in begins. */
export function signInBody(environment: SandboxEnvironment | undefined, overrides: Readonly<Record<string, unknown>> = {}) {
  const { environmentId = '', tld = '' } = environment ?? {};
  return { integration_id: 'pingone', connection_config: { environmentId, tld }, ...overrides };
}

/** An attempt to sign in that has begun. */
export interface BegunSignIn {
  readonly authorizationId: string;
  readonly ticket: string;
  readonly answer: TestAnswer;
}

/** Begins to sign in: `POST /connect/authorizations`, which must succeed. */
export async function beginSignIn(
  api: TestApi,
  token: string,
  json: unknown = signInBody(api.sandbox.environments[0]),
  headers: Readonly<Record<string, string>> = {},
): Promise<BegunSignIn> {
  const answer = await api.call('POST', '/connect/authorizations', { token, json, headers });
  if (answer.status !== 201) throw new Error(`The sign-in did not begin: ${answer.status} ${answer.text}`);
  const { authorization_id: authorizationId, start_url: startUrl } = answer.body.data;
  return { authorizationId, ticket: new URL(startUrl).hash.replace('#ticket=', ''), answer };
}

/** Spends a ticket in a browser, as the script of the start page does. */
export async function spendTicket(api: TestApi, browser: TestBrowser, ticket: string, popup = true): Promise<TestAnswer> {
  const answer = await api.call('POST', '/oauth/start', { json: { ticket, popup }, headers: { 'sec-fetch-site': 'same-origin' } });
  browser.keep(api.url, answer.headers);
  return answer;
}

/** Signs a user of the sandbox on, and tells to which address the provider sends the browser. */
export async function signOn(api: TestApi, browser: TestBrowser, authorizationUrl: string, userIndex = 0): Promise<URL> {
  const { url } = await browser.open(authorizationUrl);
  if (!url.pathname.endsWith('/signon/')) return url;
  const environment = api.sandbox.environments.find(({ environmentId }) => url.pathname.includes(environmentId));
  const user = environment?.users[userIndex];
  const form = { username: user?.username ?? '', password: user?.password ?? '', action: 'sign-on' };
  return (await browser.open(url.href, { form })).url;
}

/** Brings a browser back to the callback. */
export function callBack(api: TestApi, browser: TestBrowser, callback: URL): Promise<TestAnswer> {
  const headers = { cookie: browser.cookiesFor(callback.href) };
  return api.call('GET', `/oauth/callback${callback.search}`, { headers });
}

/** Creates a browser that stops where the provider sends it back. */
export function openBrowser(api: TestApi): TestBrowser {
  return createTestBrowser(`${api.url}/oauth/callback`);
}

/** Reads what came of an attempt. */
export async function viewSignIn(api: TestApi, token: string, authorizationId: string) {
  return (await api.call('GET', `/connect/authorizations/${authorizationId}`, { token })).body.data;
}

/** Signs in from the beginning to the end, and tells what came of it. */
export async function signIn(
  api: TestApi,
  token: string,
  {
    json,
    browser = openBrowser(api),
    userIndex = 0,
  }: { readonly json?: unknown; readonly browser?: TestBrowser; readonly userIndex?: number } = {},
) {
  const { authorizationId, ticket } = await beginSignIn(api, token, json);
  const { body } = await spendTicket(api, browser, ticket);
  const callback = await signOn(api, browser, body.authorization_url, userIndex);
  const page = await callBack(api, browser, callback);
  return { authorizationId, callback, page, view: await viewSignIn(api, token, authorizationId) };
}
