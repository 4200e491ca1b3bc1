import { connectedBody, errorBody, progressEvent, PROGRESS_MEDIA_TYPE } from '@latchkey/protocol';
import { findProvider } from '@latchkey/providers';
import { scenarios, type SandboxEnvironment } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let acme: SandboxEnvironment;
let globex: SandboxEnvironment;
beforeAll(async () => {
  api = await startApi({ options: { requestTimeoutMs: 400 } });
  [acme, , globex] = api.sandbox.environments as [SandboxEnvironment, SandboxEnvironment, SandboxEnvironment];
});
afterEach(() => api.sandbox.clearScenario());
afterAll(() => api.close());

async function connect(json: unknown, options: { token?: string; accept?: string } = {}): Promise<TestAnswer> {
  const { token = await api.startSession(), accept } = options;
  return api.call('POST', '/connect/connections', { token, json, ...(accept && { headers: { accept } }) });
}

async function countConnections(): Promise<number> {
  return (await api.connect.listConnections()).connections.length;
}

function requestsDuring(from: number, step: string) {
  return api.sandbox.requests.slice(from).filter((request) => request.step === step);
}

describe('Connecting a worker application', () => {
  it('answers with proof: the environment, what it may do, nothing to notice', async () => {
    const answer = await connect(connectBody(acme));
    expect(answer.status).toBe(201);
    const path = `/v1/environments/${acme.environmentId}`;
    expect(connectedBody.parse(answer.body).data).toEqual({
      connection_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      integration_id: 'pingone-cc',
      provider: 'pingone-cc',
      status: 'active',
      environment: { id: acme.environmentId, name: 'Acme Production', type: 'PRODUCTION', region: 'NA' },
      access: [
        { name: 'read_environment', allowed: true, proxy_path: path },
        { name: 'read_users', allowed: true, proxy_path: `${path}/users?limit=1` },
        { name: 'read_populations', allowed: true, proxy_path: `${path}/populations?limit=1` },
        { name: 'read_applications', allowed: true, proxy_path: `${path}/applications?limit=1` },
      ],
      notices: [],
    });
  });

  it('takes the method that the application has, and says so', async () => {
    const answer = await connect(connectBody(acme, 'Worker with Basic'));
    expect([answer.status, answer.body.data.notices]).toEqual([201, [{ code: 'auth_method_basic' }]]);
  });

  it.each(['raw', 'url-decoded'])('sends Basic so that a server that takes credentials %s understands it', async (variant) => {
    api.sandbox.setSwitch('basic_credentials', variant);
    expect((await connect(connectBody(acme, 'Worker with Basic'))).status).toBe(201);
    api.sandbox.setSwitch('basic_credentials', 'url-decoded');
  });

  it('puts a wrong region right, and never sends the secret to the region that said no', async () => {
    const from = api.sandbox.requests.length;
    const answer = await connect(connectBody(globex, 'Worker with Post', { tld: 'com' }));
    expect([answer.status, answer.body.data.notices]).toEqual([201, [{ code: 'region_corrected', field: 'tld', value: 'com.au' }]]);
    expect(answer.body.data.environment.region).toBe('AU');
    expect(requestsDuring(from, 'token').map(({ path }) => path)).toEqual([`/auth/com.au/${globex.environmentId}/as/token`]);
  });

  it('goes on with the region that was chosen when discovery gives no clear answer', async () => {
    const token = await api.startSession();
    api.clock.advance(10 * 60_000);
    api.sandbox.setScenario('provider_answer_invalid', { step: 'discovery' });
    expect((await connect(connectBody(acme), { token })).status).toBe(201);
  });

  it('connects an application with a weak role, and says what it cannot do and how to change that', async () => {
    const answer = await connect(connectBody(acme, 'Worker with weak roles'));
    expect(answer.status).toBe(201);
    expect(answer.body.data.access).toEqual([
      { name: 'read_environment', allowed: true, proxy_path: `/v1/environments/${acme.environmentId}` },
      expect.objectContaining({
        name: 'read_users',
        allowed: false,
        remedy: expect.stringContaining('Identity Data'),
        guide_step: 'roles',
      }),
      expect.objectContaining({ name: 'read_populations', allowed: false }),
      expect.objectContaining({ name: 'read_applications', allowed: false }),
    ]);
  });

  it('claims nothing about what could not be checked', async () => {
    api.sandbox.setScenario('provider_unavailable', { step: 'api' });
    const answer = await connect(connectBody(acme));
    expect([answer.status, answer.body.data.access]).toEqual([201, []]);
    expect(answer.body.data.environment).toEqual({ id: acme.environmentId, name: null, type: null, region: 'NA' });
  });

  it('asks again quietly while a role was granted only seconds ago', async () => {
    api.sandbox.setScenario('roles_lag', { step: 'token' });
    expect((await connect(connectBody(acme))).status).toBe(201);
  });

  it('asks again once when the API does not yet know a fresh token', async () => {
    api.sandbox.setScenario('token_rejected', { times: 4 });
    expect((await connect(connectBody(acme))).status).toBe(201);
  });

  it('waits as long as a rate limit asks, once, when that is short', async () => {
    const before = api.clock.now().getTime();
    api.sandbox.setScenario('provider_rate_limited', { step: 'token', times: 1 });
    expect((await connect(connectBody(acme))).status).toBe(201);
    expect(api.clock.now().getTime() - before).toBe(3000);
  });

  it('makes one connection when Connect is pressed twice, also at the same time', async () => {
    const token = await api.startSession();
    const before = await countConnections();
    const answers = await Promise.all([1, 2, 3].map(() => connect(connectBody(acme), { token })));
    answers.push(await connect(connectBody(acme, 'Worker with Basic'), { token }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const ids = new Set(answers.map(({ body }) => body.data.connection_id));
    expect(ids.size).toBe(1);
    expect(await countConnections()).toBe(before + 1);
    // The last one pressed counts: its credential is the one that is kept.
    const [connectionId] = ids;
    const { credentials } = await api.connect.getConnection({ integrationId: 'pingone-cc', connectionId, forceRefresh: true });
    expect(credentials).toMatchObject({ client_id: acme.workers.find(({ name }) => name === 'Worker with Basic')?.clientId });
  });

  it('makes two connections to two environments', async () => {
    const token = await api.startSession();
    const first = await connect(connectBody(acme), { token });
    const second = await connect(connectBody(globex), { token });
    expect(first.body.data.connection_id).not.toBe(second.body.data.connection_id);
  });
});

describe('Each way in which it goes wrong', () => {
  const failures = findProvider('pingone-cc')?.failures ?? [];
  /** Scenarios that show another failure than the one they are named for, or none. */
  const exceptions: Readonly<Record<string, string | undefined>> = {
    secret_rotated: 'wrong_client_secret',
    // A 503 says that PingOne has trouble, whatever the reason; how long to wait stands in the same header.
    'provider_rate_limited busy-503': 'provider_unavailable',
    // Something in front of PingOne that answers 502 cannot be told from PingOne being down.
    'provider_answer_invalid html-502': 'provider_unavailable',
    // A role that does not suffice makes a connection all the same, and a secret of which the previous one is still good is a good one.
    weak_roles: undefined,
    'secret_rotated previous-kept': undefined,
  };
  /** What the person does besides, where the scenario alone does not show it. */
  const typed: Readonly<Record<string, Readonly<Record<string, string>>>> = { environment_not_in_region: { tld: 'asia' } };
  const cases = scenarios
    .filter(({ steps }) => steps.length > 0)
    .flatMap(({ id, effects }) => Object.keys(effects).map((variant) => ({ id, variant })))
    .flatMap(({ id, variant }) => {
      const key = [`${id} ${variant}`, id].find((candidate) => candidate in exceptions);
      const failure = failures.find(({ code }) => code === (key === undefined ? id : exceptions[key]));
      return failure ? [{ id, variant, code: failure.code, failure }] : [];
    });

  it('has a scenario, but for those that depend on what is typed alone', () => {
    const shown = new Set(cases.map(({ code }) => code));
    const typed = new Set(['swapped_ids', 'organization_id_as_environment_id', 'weak_roles']);
    expect(failures.map(({ code }) => code).filter((code) => !shown.has(code) && !typed.has(code))).toEqual([]);
  });

  it.each(cases)('$id, $variant, is answered as $code, and nothing is stored', async ({ id, variant, failure }) => {
    const before = await countConnections();
    // What was found out about regions by the tests before must not hide a scenario of discovery.
    api.clock.advance(10 * 60_000);
    const token = await api.startSession();
    api.sandbox.setScenario(id, { variant });
    const answer = await connect(connectBody(acme, 'Worker with Post', typed[id]), { token });
    const { error } = errorBody.parse(answer.body);
    const { code, status, message, remedy, retryable, field, guideStep } = failure;
    expect(answer.status).toBe(status);
    expect(error).toMatchObject({ code, message, remedy, retryable });
    expect([error.field, error.guide_step]).toEqual([field, guideStep]);
    expect(await countConnections()).toBe(before);
    expect((await api.call('GET', '/connect/session', { token })).body.data.connections).toEqual([]);
  });

  it('tells a wrong secret from an unknown client, whatever the application’s method', async () => {
    for (const worker of ['Worker with Post', 'Worker with Basic']) {
      const secret = await connect(connectBody(acme, worker, { client_secret: 'not-the-secret-of-this-application' }));
      expect([secret.status, secret.body.error.code]).toEqual([422, 'wrong_client_secret']);
      expect(secret.body.error.correlation_id).toMatch(/^[0-9a-f-]{36}$/);
      const client = await connect(connectBody(acme, worker, { client_id: globex.workers[0]!.clientId }));
      expect([client.status, client.body.error.code]).toEqual([422, 'unknown_client']);
    }
  });

  it.each(['after-secret', 'before-method', 'explicit-text', 'forbidden'])(
    'a disabled application is named when PingOne answers %s',
    async (variant) => {
      api.sandbox.setSwitch('disabled_application', variant);
      const answer = await connect(connectBody(acme, 'Disabled worker'));
      api.sandbox.setSwitch('disabled_application', 'after-secret');
      expect(answer.status).toBe(422);
      expect(answer.body.error.message + answer.body.error.remedy).toMatch(/enabled|disabled|toggle/);
    },
  );

  it.each(['platform-404', 'oauth-400', 'html-404'])('an unknown environment is named when PingOne answers %s', async (variant) => {
    api.sandbox.setSwitch('unknown_environment', variant);
    api.clock.advance(60_000);
    const token = await api.startSession({ end_user: { id: 'somebody-new' } });
    const answer = await connect(connectBody(acme, 'Worker with Post', { environmentId: acme.organizationId }), { token });
    api.sandbox.setSwitch('unknown_environment', 'platform-404');
    expect([answer.status, answer.body.error.code, answer.body.error.field]).toEqual([422, 'environment_not_found', 'environmentId']);
  });

  it.each([
    ['the same end user', { end_user: { id: 'ada-of-acme' } }],
    ['somebody else of the same organization', { end_user: { id: 'bob-of-acme' }, organization: { id: 'acme' } }],
  ])('recognises the ID of an organization, once %s has connected', async (_who, owner) => {
    const first = await api.startSession({ end_user: { id: 'ada-of-acme' }, organization: { id: 'acme' } });
    expect((await connect(connectBody(acme), { token: first })).status).toBe(201);
    const body = connectBody(acme, 'Worker with Post', { environmentId: acme.organizationId.toUpperCase() });
    const answer = await connect(body, { token: await api.startSession(owner) });
    expect([answer.status, answer.body.error.code, answer.body.error.field]).toEqual([
      422,
      'organization_id_as_environment_id',
      'environmentId',
    ]);
    const stranger = await connect(body, { token: await api.startSession({ end_user: { id: 'eve' }, organization: { id: 'evil' } }) });
    expect(stranger.body.error.code).toBe('environment_not_found');
  });

  it('recognises swapped IDs, and offers to swap them', async () => {
    const body = connectBody(acme, 'Worker with Post', { environmentId: acme.workers[0]!.clientId, client_id: acme.environmentId });
    const answer = await connect(body);
    expect([answer.status, answer.body.error.code]).toEqual([422, 'swapped_ids']);
    expect(answer.body.error.swap).toEqual(['environmentId', 'client_id']);
  });

  it('sends no secret anywhere when no region knows the environment', async () => {
    const from = api.sandbox.requests.length;
    await connect(connectBody(acme, 'Worker with Post', { environmentId: acme.organizationId }));
    expect(requestsDuring(from, 'token')).toEqual([]);
  });

  it('tells how long to wait when the provider wants more time than a person waits quietly', async () => {
    api.sandbox.setScenario('provider_rate_limited', { step: 'token' });
    const answer = await connect(connectBody(acme));
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(answer.body.error.retry_after).toBe(3);
  });
});

describe('What the end user’s session permits', () => {
  it('is checked before anything is sent to the provider', async () => {
    const from = api.sandbox.requests.length;
    const token = await api.startSession({ end_user: { id: 'ada' }, allowed_integrations: ['pingone-cc'] });
    const forbidden = await connect({ ...connectBody(acme), integration_id: 'other' }, { token });
    expect([forbidden.status, forbidden.body.error.code]).toEqual([403, 'integration_not_allowed']);
    const unknown = await connect({ ...connectBody(acme), integration_id: 'other' });
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'unknown_integration']);
    expect(api.sandbox.requests.length).toBe(from);
  });
});

describe('Progress', () => {
  const linesOf = (answer: TestAnswer) =>
    answer.text
      .trimEnd()
      .split('\n')
      .map((line) => progressEvent.parse(JSON.parse(line)));
  const steps = (answer: TestAnswer) =>
    linesOf(answer).flatMap((event) => (event.type === 'progress' ? [`${event.step} ${event.state}`] : []));

  it('is streamed to a caller that asks for it, with the outcome as the last line', async () => {
    const answer = await connect(connectBody(acme), { accept: PROGRESS_MEDIA_TYPE });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(PROGRESS_MEDIA_TYPE);
    expect(answer.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(steps(answer)).toEqual(['environment', 'credentials', 'access', 'saved'].flatMap((step) => [`${step} started`, `${step} done`]));
    expect(linesOf(answer).at(-1)).toMatchObject({ type: 'result', status: 201, body: { data: { status: 'active' } } });
  });

  it('says what it waits for', async () => {
    api.sandbox.setScenario('no_roles');
    const answer = await connect(connectBody(acme), { accept: PROGRESS_MEDIA_TYPE });
    expect(steps(answer)).toContain('credentials waiting');
    expect(linesOf(answer).at(-1)).toMatchObject({
      type: 'result',
      status: 422,
      body: { error: { code: 'no_roles', guide_step: 'roles' } },
    });
  });

  it('is not begun when the request itself is refused: then the status says so', async () => {
    const answer = await connect({ ...connectBody(acme), color: 'red' }, { accept: PROGRESS_MEDIA_TYPE });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_body']);
  });

  it('is not sent to a caller that takes anything', async () => {
    const answer = await connect(connectBody(acme), { accept: '*/*' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([201, expect.stringContaining('application/json')]);
  });

  it('may lose its reader: the connection is made all the same, and the session shows it', async () => {
    const token = await api.startSession();
    const aborted = new AbortController();
    const response = await fetch(`${api.url}/connect/connections`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: PROGRESS_MEDIA_TYPE },
      body: JSON.stringify(connectBody(acme)),
      signal: aborted.signal,
    });
    aborted.abort();
    await expect(response.text()).rejects.toThrow(/abort/i);
    await expect.poll(async () => (await api.call('GET', '/connect/session', { token })).body.data.connections.length).toBe(1);
  });
});
