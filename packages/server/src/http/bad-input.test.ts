import { errorBody } from '@latchkey/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { connectBody, startApi, type TestApi, type TestRequest } from '../testing/start-api.ts';

let api: TestApi;
/** What the store's methods do in place of their work; empty while all is well. */
let broken: Partial<Store> = {};
beforeAll(async () => {
  api = await startApi({
    options: { requestTimeoutMs: 400 },
    wrapStore: (store) => new Proxy(store, { get: (target, name) => Reflect.get(broken, name) ?? Reflect.get(target, name) }),
  });
});
afterEach(() => {
  broken = {};
  api.sandbox.clearScenario();
});
afterAll(() => api.close());

type Body = ReturnType<typeof connectBody>;
const good = (): Body => connectBody(api.sandbox.environments[0]!);

async function post(request: TestRequest, path = '/connect/connections') {
  const token = path === '/connect/connections' ? await api.startSession() : api.secretKey;
  const answer = await api.call('POST', path, { token, ...request });
  expect(errorBody.safeParse(answer.body).success).toBe(true);
  return answer;
}

async function expectNothingStored(): Promise<void> {
  expect((await api.connect.listConnections()).connections).toEqual([]);
}

describe.each(['/connect/sessions', '/connect/connections'])('A body of POST %s', (path) => {
  const json = { 'content-type': 'application/json' };

  it.each([
    ['is not JSON', { raw: '{"end_user":', headers: json }, 400, 'invalid_json'],
    ['is JSON in another encoding', { raw: 'x', headers: { ...json, 'content-encoding': 'gzip' } }, 415, 'invalid_content_type'],
    [
      'is in an unknown charset',
      { raw: '{}', headers: { 'content-type': 'application/json; charset=x-none' } },
      415,
      'invalid_content_type',
    ],
    ['is a form', { raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'invalid_content_type'],
    ['has no content type', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'invalid_content_type'],
    ['is larger than 100 kB', { json: { end_user: { id: 'x'.repeat(100_001) } } }, 413, 'body_too_large'],
    ['is missing', {}, 400, 'invalid_body'],
    ['is null', { raw: 'null', headers: json }, 400, 'invalid_body'],
    ['is a number', { raw: '1', headers: json }, 400, 'invalid_body'],
    ['is a list', { json: [] }, 400, 'invalid_body'],
  ] as const)('that %s', async (_what, request, status, code) => {
    const answer = await post(request, path);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    await expectNothingStored();
  });
});

describe('A connect attempt', () => {
  it.each([
    ['an unknown field', (body: Body) => ({ ...body, color: 'red' }), ['color']],
    [
      'an unknown field of the configuration',
      (body: Body) => ({ ...body, connection_config: { ...body.connection_config, host: 'evil.example' } }),
      ['connection_config', 'host'],
    ],
    [
      'an unknown field of the credentials',
      (body: Body) => ({ ...body, credentials: { ...body.credentials, scope: 'all' } }),
      ['credentials', 'scope'],
    ],
    [
      'a secret in the configuration',
      (body: Body) => ({ ...body, connection_config: { ...body.connection_config, client_secret: 'x' } }),
      ['connection_config', 'client_secret'],
    ],
    ['credentials that are a text', (body: Body) => ({ ...body, credentials: 'secret' }), ['credentials']],
    ['an integration that is a number', (body: Body) => ({ ...body, integration_id: 7 }), ['integration_id']],
  ])('with %s is refused, and the place is named', async (_what, change, path) => {
    const answer = await post({ raw: JSON.stringify(change(good())), headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_body']);
    expect(answer.body.error.errors.map((error: { path: unknown }) => error.path)).toContainEqual(path);
    await expectNothingStored();
  });

  it.each([
    ['tld', 'xx', 'region_unknown'],
    ['tld', 'com.evil.example', 'region_unknown'],
    ['tld', 7, 'region_unknown'],
    ['tld', undefined, 'region_missing'],
    ['environmentId', 'nonsense', 'environment_id_invalid'],
    ['environmentId', '', 'environment_id_missing'],
    ['environmentId', '../../evil', 'environment_id_invalid'],
    ['environmentId', { toString: 'x' }, 'environment_id_invalid'],
    ['client_id', 'nonsense', 'client_id_invalid'],
    ['client_id', undefined, 'client_id_missing'],
    ['client_secret', '••••••••', 'client_secret_masked'],
    ['client_secret', ' ', 'client_secret_missing'],
    ['client_secret', ['a'], 'client_secret_invalid'],
    ['client_secret', 'two\nlines', 'client_secret_invalid'],
  ])('with the %s %j is answered with the field and %s', async (field, value, code) => {
    const from = api.sandbox.requests.length;
    const body = good();
    const part = field.startsWith('client') ? 'credentials' : 'connection_config';
    const answer = await post({ json: { ...body, [part]: { ...body[part], [field]: value } } });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code, field, guide_step: expect.any(String), message: expect.any(String), retryable: false });
    expect(answer.body.error.errors).toEqual([{ code, message: answer.body.error.message, path: [part, field] }]);
    expect(api.sandbox.requests.length).toBe(from);
    await expectNothingStored();
  });

  it('with several mistakes is answered with all of them', async () => {
    const answer = await post({ json: { integration_id: 'pingone-cc', connection_config: {}, credentials: {} } });
    expect(answer.body.error.errors.map(({ code }: { code: string }) => code)).toEqual([
      'environment_id_missing',
      'region_missing',
      'client_id_missing',
      'client_secret_missing',
    ]);
  });

  it('never repeats what was typed', async () => {
    const answer = await post({ json: { ...good(), connection_config: { environmentId: 'typed-by-somebody', tld: 'typed-by-somebody' } } });
    expect(answer.text).not.toContain('typed-by-somebody');
  });
});

describe('A token answer', () => {
  it.each([
    ['is HTML', 'provider_answer_invalid', 'html-200', 502, 'provider_answer_invalid'],
    ['is 11 MB long', 'provider_answer_too_large', 'large', 502, 'provider_answer_too_large'],
    ['never ends', 'provider_answer_too_large', 'endless', 502, 'provider_answer_too_large'],
    ['never comes', 'provider_timeout', 'no-answer', 504, 'provider_timeout'],
    ['stops in the middle', 'provider_timeout', 'half-an-answer', 504, 'provider_timeout'],
  ])('that %s', async (_what, scenario, variant, status, code) => {
    api.sandbox.setScenario(scenario, { step: 'token', variant });
    const answer = await post({ json: good() });
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    await expectNothingStored();
  });
});

describe('A database', () => {
  const failWith = (code: 'store_unavailable' | 'store_full') => () => Promise.reject(connectError(code));

  it.each([
    ['read-only', 'store_unavailable', 503],
    ['full', 'store_full', 507],
  ] as const)('that is %s is named, and nothing is stored', async (_what, code, status) => {
    const token = await api.startSession();
    broken = { insertConnection: failWith(code), insertConnectSession: failWith(code), check: failWith(code) };
    const connected = await api.call('POST', '/connect/connections', { token, json: good() });
    expect([connected.status, connected.body.error.code]).toEqual([status, code]);
    const started = await post({ json: { end_user: { id: 'a' } } }, '/connect/sessions');
    expect([started.status, started.body.error.code]).toEqual([status, code]);
    api.clock.advance(1000);
    expect((await api.call('GET', '/health')).status).toBe(status);
    api.clock.advance(1000);
    await expectNothingStored();
  });

  it('that fails while progress is streamed is named in the last line', async () => {
    const token = await api.startSession();
    broken = { insertConnection: failWith('store_full') };
    const answer = await api.call('POST', '/connect/connections', { token, json: good(), headers: { accept: 'application/x-ndjson' } });
    const last = JSON.parse(answer.text.trimEnd().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ type: 'result', status: 507, body: { error: { code: 'store_full', request_id: expect.any(String) } } });
    await expectNothingStored();
  });

  it('that fails in a way nobody expected tells the caller nothing of it, and the log where it was', async () => {
    broken = { listConnections: () => Promise.reject(new Error('constraint "secret detail" failed')) };
    const answer = await api.call('GET', '/connections', { token: api.secretKey });
    expect([answer.status, answer.body.error.code]).toEqual([500, 'server_error']);
    expect(answer.text + api.logs.join('')).not.toContain('secret detail');
    const line = api.logs.find((entry) => entry.includes(answer.body.error.request_id) && entry.includes('server_error'));
    expect(line).toContain('bad-input.test.ts');
  });
});
