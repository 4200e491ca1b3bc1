import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../console/password.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { signInToConsole } from '../testing/sign-in-to-console.ts';

const PASSWORD = 'correct horse battery staple';
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ options: { console: { passwordHash: await hashPassword(PASSWORD) } } });
});
afterAll(() => api.close());

describe('The console', () => {
  it('tells who is not signed in how to sign in', async () => {
    const answer = await api.call('GET', '/console/api/session');
    expect([answer.status, answer.body.data]).toEqual([200, { user: null, csrf_token: null, sign_in: { password: true, oidc: null } }]);
  });

  it('is entered by password, and then the API answers to the cookie', async () => {
    const { headers, cookie } = await signInToConsole(api, PASSWORD);
    for (const path of ['/connections', '/overview', '/settings', '/audit', '/integrations', '/keys', '/logs/operations']) {
      expect([path, (await api.call('GET', path, { headers: { cookie } })).status]).toEqual([path, 200]);
    }
    const made = await api.call('POST', '/keys', { headers, json: { name: 'One', scopes: ['proxy'] } });
    expect(made.status).toBe(201);
    const audit = await api.call('GET', '/audit', { headers });
    expect(audit.body.data[0]).toMatchObject({ actor: { kind: 'console', name: 'Administrator' }, action: 'POST /keys', status: 201 });
  });
});
