import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { portalIntegration, signIn } from '../testing/sign-in.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startApi({ integrations: ({ environments }) => [portalIntegration(environments[0])] });
});
afterAll(() => api.close());
beforeEach(async () => {
  api.sandbox.clearScenario();
  token = await api.startSession();
});

describe('Signing in', () => {
  it('makes a connection with a token that works, and a refresh token', async () => {
    const { view, page } = await signIn(api, token);
    expect(page).toMatchObject({ status: 200 });
    expect(view).toMatchObject({
      status: 'connected',
      connection: { integration_id: 'pingone', provider: 'pingone', status: 'active', notices: [] },
    });
  });
});
