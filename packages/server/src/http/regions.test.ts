import type { SandboxEnvironment } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let acme: SandboxEnvironment;
let globex: SandboxEnvironment;
/** Top-level domains of the regions that cannot be reached. */
let silent: readonly string[] = [];

beforeAll(async () => {
  api = await startApi({
    options: {
      fetch: (input, init) => {
        const url = String(input instanceof Request ? input.url : input);
        return silent.some((tld) => url.includes(`/auth/${tld}/`)) ? Promise.reject(new TypeError('no route')) : fetch(input, init);
      },
    },
  });
  [acme, , globex] = api.sandbox.environments as [SandboxEnvironment, SandboxEnvironment, SandboxEnvironment];
});
afterEach(() => {
  silent = [];
  // What was found out about regions does not outlive a test.
  api.clock.advance(10 * 60_000);
});
afterAll(() => api.close());

async function connect(environment: SandboxEnvironment, overrides: Readonly<Record<string, string>>, user = 'ada'): Promise<TestAnswer> {
  const token = await api.startSession({ end_user: { id: user } });
  return api.call('POST', '/connect/connections', { token, json: connectBody(environment, 'Worker with Post', overrides) });
}

describe('When the chosen region does not know the environment', () => {
  it('and the one that does is silent, exactly that is said, on the region, and it may be tried again', async () => {
    silent = ['com.au'];
    const answer = await connect(globex, { tld: 'com' });
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatchObject({
      code: 'environment_not_in_region',
      field: 'tld',
      guide_step: 'region',
      retryable: true,
      correlation_id: expect.any(String),
    });
    silent = [];
    expect((await connect(globex, { tld: 'com' })).status).toBe(201);
  });

  it('the region that says that it does is taken, whoever else is silent', async () => {
    silent = ['eu', 'asia', 'sg', 'ca'];
    const answer = await connect(globex, { tld: 'com' });
    expect([answer.status, answer.body.data.environment.region]).toEqual([201, 'AU']);
  });

  it('no secret is sent anywhere while it is not known where', async () => {
    silent = ['com.au'];
    const from = api.sandbox.requests.length;
    await connect(globex, { tld: 'com' });
    expect(api.sandbox.requests.slice(from).filter(({ step }) => step === 'token')).toEqual([]);
  });

  it('swapped IDs and an organization’s ID are recognised all the same', async () => {
    expect((await connect(acme, {})).status).toBe(201);
    silent = ['sg'];
    const swapped = await connect(acme, { environmentId: acme.workers[0]?.clientId ?? '', client_id: acme.environmentId });
    expect(swapped.body.error.code).toBe('swapped_ids');
    const organization = await connect(acme, { environmentId: acme.organizationId });
    expect(organization.body.error.code).toBe('organization_id_as_environment_id');
  });
});

describe('When the chosen region is silent', () => {
  it('the region is taken as given, and what it then does not answer is explained', async () => {
    silent = ['com'];
    const answer = await connect(acme, {});
    expect([answer.status, answer.body.error.code]).toEqual([502, 'provider_unreachable']);
  });
});
