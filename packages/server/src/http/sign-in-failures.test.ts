import type { Sandbox } from '@latchkey/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  beginSignIn,
  callBack,
  openBrowser,
  signIn,
  signInBody,
  signOn,
  spendTicket,
  startSignInApi,
  viewSignIn,
} from '../testing/sign-in.ts';
import type { TestApi } from '../testing/start-api.ts';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startSignInApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.sandbox.clearScenario();
  token = await api.startSession();
});

const acme = () => api.sandbox.environments[0];
const refusal = async (json: unknown, session = token) => {
  const { status, body } = await api.call('POST', '/connect/authorizations', { token: session, json });
  return { status, ...body.error };
};

describe('What is known before the window opens', () => {
  it('is said at once: a wrong secret, an unknown client, a worker, a redirect URI, scopes', async () => {
    expect(await refusal(signInBody(acme(), { integration_id: 'wrong-secret' }))).toMatchObject({
      status: 422,
      code: 'wrong_client_secret',
    });
    expect(await refusal(signInBody(acme(), { integration_id: 'staging' }))).toMatchObject({ status: 422, code: 'unknown_client' });
    for (const [scenario, code] of [
      ['redirect_uri_mismatch', 'redirect_uri_mismatch'],
      ['scope_refused', 'scope_refused'],
      ['auth_method_unsupported', 'auth_method_unsupported'],
    ] as const) {
      api.sandbox.setScenario(scenario);
      expect(await refusal(signInBody(acme()))).toMatchObject({ status: 422, code });
      api.sandbox.clearScenario();
    }
    for (const value of ['platform-400', 'html-400', 'sign-on-page']) {
      api.sandbox.setScenario('redirect_uri_mismatch');
      api.sandbox.setSwitch('authorization_refusal', value);
      expect(await refusal(signInBody(acme()))).toMatchObject({ code: 'redirect_uri_mismatch', guide_step: 'redirect-uri' });
      api.sandbox.clearScenario();
    }
  });

  it('does not stop what is unclear: a slow or broken token endpoint is asked again when it counts', async () => {
    api.sandbox.setScenario('provider_unavailable', { step: 'token', times: 1 });
    expect((await signIn(api, token)).view.status).toBe('connected');
    api.sandbox.setScenario('provider_answer_invalid', { step: 'authorize', times: 1 });
    expect((await signIn(api, token)).view.status).toBe('connected');
  });

  it('asks for what is missing, and says what is wrong with it', async () => {
    expect(await refusal({ integration_id: 'pingone', connection_config: {} })).toMatchObject({ status: 400, field: 'environmentId' });
    expect(await refusal({ integration_id: 'pingone-cc', connection_config: {} })).toMatchObject({ status: 400, code: 'invalid_body' });
    const typed = { integration_id: 'pingone', connection_config: signInBody(acme()).connection_config, credentials: {} };
    expect(await api.call('POST', '/connect/connections', { token, json: typed })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_body' } },
    });
  });
});

describe('A sign-in that goes wrong', () => {
  it.each<[scenario: string, code: string, target: Parameters<Sandbox['setScenario']>[1]]>([
    ['consent_refused', 'consent_refused', {}],
    ['mix_up', 'mix_up', {}],
    ['code_refused', 'code_refused', {}],
    ['token_answer_lost', 'provider_unreachable', {}],
    ['token_for_other_environment', 'token_for_other_environment', {}],
    ['token_rejected', 'token_rejected', {}],
    ['provider_answer_invalid', 'provider_answer_invalid', { step: 'token', variant: 'empty-object' }],
    ['provider_answer_invalid', 'provider_answer_invalid', { step: 'jwks' }],
    ['provider_unavailable', 'provider_unavailable', { step: 'token', variant: 'status-500' }],
  ])('by %s is explained as %s, and stores nothing', async (scenario, code, target) => {
    const { authorizationId, ticket } = await beginSignIn(api, token);
    api.sandbox.setScenario(scenario, target);
    const browser = openBrowser(api);
    const { body } = await spendTicket(api, browser, ticket);
    const page = await callBack(api, browser, await signOn(api, browser, body.authorization_url));
    const view = await viewSignIn(api, token, authorizationId);
    expect(view).toMatchObject({ status: 'failed', error: { code, remedy: expect.any(String) } });
    expect(view.connection).toBeUndefined();
    expect(page.text).toContain('Not connected');
    expect((await api.call('GET', '/connect/session', { token })).body.data.connections).toEqual([]);
  });

  it('because nobody came back in time says so', async () => {
    const session = await api.startSession();
    const { authorizationId, ticket } = await beginSignIn(api, session);
    const browser = openBrowser(api);
    const { body } = await spendTicket(api, browser, ticket);
    const callback = await signOn(api, browser, body.authorization_url);
    api.clock.advance(10 * 60_000);
    expect(await viewSignIn(api, session, authorizationId)).toMatchObject({ status: 'failed', error: { code: 'authorization_expired' } });
    expect(await callBack(api, browser, callback)).toMatchObject({ status: 410 });
  });

  it('because the session was ended meanwhile stores nothing', async () => {
    const { authorizationId, ticket } = await beginSignIn(api, token);
    const browser = openBrowser(api);
    const { body } = await spendTicket(api, browser, ticket);
    await api.call('DELETE', '/connect/session', { token });
    await callBack(api, browser, await signOn(api, browser, body.authorization_url));
    const view = await viewSignIn(api, await api.startSession(), authorizationId);
    expect(view).toMatchObject({ status: 'failed', error: { code: 'unknown_connect_session_token' } });
  });
});
