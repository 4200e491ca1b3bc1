import { listProviders } from '@latchkey/providers';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { rotateSecret } from './derive-identity.ts';
import { createScenarioBoard, scenarios } from './scenarios.ts';
import { defaultSeeds } from './seeds.ts';
import type { Seeded } from './testing/ask-sandbox.ts';
import { askApi, askToken, buildAuthUrl, findSeeded, getToken } from './testing/ask-sandbox.ts';

const INVALID_CREDENTIALS = '401 Request denied: Invalid client credentials';
const UNSUPPORTED_METHOD = '401 Request denied: Unsupported authentication method';
const NO_ROLES = '403 Request denied: Application does not have any role assignments';
const VALIDATION = 'The request could not be completed. One or more validation errors were in the request.';

let now = new Date('2026-03-01T10:00:00Z');
let sandbox: Sandbox;
let worker: Seeded;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, clock: () => now });
  worker = findSeeded(sandbox, 'Worker with Post');
});

afterEach(() => sandbox.clearScenario());

afterAll(() => sandbox.close());

/** Says how a token request ends, without the correlation ID. */
async function summarise(response: Response): Promise<string> {
  const text = await response.text();
  if (response.status === 200) return text.includes('"access_token"') ? 'token' : text.slice(0, 30);
  const { error_description: description, code } = JSON.parse(text);
  return `${response.status} ${description?.replace(/ \(Correlation ID: .*/, '') ?? code}`;
}

async function askBoth(): Promise<string[]> {
  const byPost = await summarise(await askToken(sandbox, worker));
  return [byPost, await summarise(await askToken(sandbox, worker, { method: 'basic' }))];
}

describe('the catalogue', () => {
  test('every failure of a provider is a scenario', () => {
    const ids = scenarios.map(({ id }) => id);
    for (const { code } of listProviders().flatMap(({ failures }) => failures)) expect(ids).toContain(code);
  });

  test('no scenario is there twice, and each can be reached', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (const { id, steps, reach } of scenarios) expect([id, steps.length > 0 || reach !== undefined]).toEqual([id, true]);
  });

  test('no variant is named by a number, which would change their order', () => {
    for (const variant of scenarios.flatMap(({ effects }) => Object.keys(effects))) expect(variant).not.toMatch(/^\d+$/);
  });

  test('a scenario that names an application names a seeded one', () => {
    const [first] = defaultSeeds;
    const names = new Set([...(first?.workers ?? []), ...(first?.webApps ?? [])].map(({ name }) => name));
    for (const { shownBy } of scenarios) expect(shownBy === undefined || names.has(shownBy)).toBe(true);
  });
});

describe('a refused token', () => {
  test.each([
    ['wrong_client_secret', 'on', [INVALID_CREDENTIALS, UNSUPPORTED_METHOD]],
    ['secret_rotated', 'at-once', [INVALID_CREDENTIALS, UNSUPPORTED_METHOD]],
    ['unknown_client', 'on', [INVALID_CREDENTIALS, INVALID_CREDENTIALS]],
    ['application_disabled', 'on', ['401 Request denied: The application is disabled', UNSUPPORTED_METHOD]],
    ['auth_method_basic', 'on', [UNSUPPORTED_METHOD, 'token']],
    ['auth_method_unsupported', 'jwt', [UNSUPPORTED_METHOD, UNSUPPORTED_METHOD]],
    ['auth_method_unsupported', 'none', [UNSUPPORTED_METHOD, UNSUPPORTED_METHOD]],
    ['no_roles', 'on', [NO_ROLES, UNSUPPORTED_METHOD]],
    ['wrong_application_type', 'on', ['400 Request denied: Grant type is not enabled for the application', UNSUPPORTED_METHOD]],
    ['scope_refused', 'none-granted', [`400 ${VALIDATION}: At least one scope must be granted`, UNSUPPORTED_METHOD]],
    ['scope_refused', 'two-resources', [`400 ${VALIDATION}: May not request scopes for multiple resources`, UNSUPPORTED_METHOD]],
    ['token_refused', 'on', ['403 Request denied: Access denied', UNSUPPORTED_METHOD]],
    ['provider_refused', 'on', ['400 Request denied: Policy evaluation failed', UNSUPPORTED_METHOD]],
    ['environment_not_found', 'on', ['404 NOT_FOUND', '404 NOT_FOUND']],
  ])('%s (%s) gives by Post and by Basic what it says', async (id, variant, expected) => {
    sandbox.setScenario(id, { variant, clientId: worker.clientId });
    expect(await askBoth()).toEqual(expected);
    sandbox.clearScenario(id);
    expect(await askBoth()).toEqual(['token', UNSUPPORTED_METHOD]);
  });

  test('after a rotation the new secret works, and the previous one for a minute where it is kept', async () => {
    const renewed = { ...worker, clientSecret: rotateSecret(worker.clientSecret) };
    sandbox.setScenario('secret_rotated', { variant: 'previous-kept' });
    expect(await summarise(await askToken(sandbox, renewed))).toBe('token');
    now = new Date(now.getTime() + 59_000);
    expect(await summarise(await askToken(sandbox, worker))).toBe('token');
    now = new Date(now.getTime() + 1000);
    expect(await summarise(await askToken(sandbox, worker))).toBe(INVALID_CREDENTIALS);
    expect(await summarise(await askToken(sandbox, renewed))).toBe('token');
  });

  test('roles that lag are missing twice, and there the third time', async () => {
    sandbox.setScenario('roles_lag', { step: 'token' });
    const answers = [];
    for (let round = 0; round < 3; round += 1) answers.push(await summarise(await askToken(sandbox, worker)));
    expect(answers).toEqual([NO_ROLES, NO_ROLES, 'token']);
  });

  test('roles may lag at the API too', async () => {
    const token = await getToken(sandbox, worker);
    sandbox.setScenario('roles_lag', { step: 'api', times: 1 });
    const path = `/v1/environments/${worker.environment.environmentId}`;
    expect((await askApi(sandbox, 'com', path, token)).status).toBe(403);
    expect((await askApi(sandbox, 'com', path, token)).status).toBe(200);
  });
});

describe('a seeded application', () => {
  test.each(scenarios.filter(({ shownBy, steps }) => shownBy !== undefined && steps.includes('token')).map(({ id }) => id))(
    'shows %s by itself',
    async (id) => {
      const { shownBy = '' } = scenarios.find((scenario) => scenario.id === id) ?? {};
      if (id === 'application_disabled') sandbox.setSwitch('disabled_application', 'explicit-text');
      const seeded = findSeeded(sandbox, shownBy);
      const byItself = [await askToken(sandbox, seeded), await askToken(sandbox, seeded, { method: 'basic' })];
      sandbox.setScenario(id, { clientId: worker.clientId });
      const [post, basic] = await askBoth();
      expect([await summarise(byItself[0]!), await summarise(byItself[1]!)]).toEqual([post, basic]);
    },
  );
});

describe('a token that does not do', () => {
  test('token_for_other_environment names another environment', async () => {
    sandbox.setScenario('token_for_other_environment');
    expect(decodeJwt(await getToken(sandbox, worker))['env']).not.toBe(worker.environment.environmentId);
    sandbox.clearScenario();
    expect(decodeJwt(await getToken(sandbox, worker))['env']).toBe(worker.environment.environmentId);
  });

  test('token_rejected lets the API answer 401 to a good token', async () => {
    const token = await getToken(sandbox, worker);
    sandbox.setScenario('token_rejected');
    const response = await askApi(sandbox, 'com', '/v1/environments', token);
    expect([response.status, (await response.json()).details[0].code]).toEqual([401, 'INVALID_TOKEN']);
  });

  test.each(['client-application-developer', 'organization-admin'])(
    'weak_roles (%s) may read the environment and no users',
    async (variant) => {
      const token = await getToken(sandbox, worker);
      sandbox.setScenario('weak_roles', { variant });
      const path = `/v1/environments/${worker.environment.environmentId}`;
      expect((await askApi(sandbox, 'com', path, token)).status).toBe(200);
      expect((await askApi(sandbox, 'com', `${path}/users`, token)).status).toBe(403);
    },
  );
});

describe('what is typed', () => {
  test.each([
    ['wrong_region', () => ({ tld: 'asia' })],
    ['organization_id_as_environment_id', () => ({ environmentId: worker.environment.organizationId })],
    ['swapped_ids', () => ({ environmentId: worker.clientId })],
  ])('%s is an unknown environment', async (id, ask) => {
    expect(await summarise(await askToken(sandbox, worker, ask()))).toBe('404 NOT_FOUND');
    expect(() => sandbox.setScenario(id)).toThrow(/depends on what is typed/);
  });
});

describe('an outage', () => {
  test('provider_rate_limited tells seconds with 429 and a date with 503', async () => {
    sandbox.setScenario('provider_rate_limited');
    const limited = await askToken(sandbox, worker);
    expect([limited.status, limited.headers.get('retry-after'), (await limited.json()).code]).toEqual([429, '3', 'REQUEST_LIMITED']);
    sandbox.setScenario('provider_rate_limited', { variant: 'busy-503' });
    const busy = await askToken(sandbox, worker);
    expect(busy.status).toBe(503);
    expect(Date.parse(busy.headers.get('retry-after') ?? '')).toBe(Math.floor(now.getTime() / 1000) * 1000 + 3000);
  });

  test.each([503, 500, 502])('provider_unavailable answers %i', async (status) => {
    sandbox.setScenario('provider_unavailable', { variant: `status-${status}` });
    expect((await askToken(sandbox, worker)).status).toBe(status);
  });

  test.each([
    ['html-200', 200, 'text/html'],
    ['html-502', 502, 'text/html'],
    ['empty-object', 200, 'application/json'],
    ['broken-json', 200, 'application/json'],
  ])('provider_answer_invalid (%s) answers %i with %s and no token', async (variant, status, contentType) => {
    sandbox.setScenario('provider_answer_invalid', { variant });
    const response = await askToken(sandbox, worker);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, contentType]);
    expect(await response.text()).not.toMatch(/"access_token":"/);
  });

  test('provider_answer_too_large streams more than 10 MB', async () => {
    sandbox.setScenario('provider_answer_too_large');
    const response = await askToken(sandbox, worker);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10 * 1024 * 1024);
  });

  test('provider_answer_too_large (endless) goes on until one hangs up', async () => {
    sandbox.setScenario('provider_answer_too_large', { variant: 'endless' });
    const hangUp = new AbortController();
    const response = await askToken(sandbox, worker, { signal: hangUp.signal });
    let received = 0;
    await expect(
      (async () => {
        for await (const chunk of response.body ?? []) {
          received += chunk.length;
          if (received > 20 * 1024 * 1024) hangUp.abort();
        }
      })(),
    ).rejects.toThrow(/abort/);
    sandbox.clearScenario();
    expect(await summarise(await askToken(sandbox, worker))).toBe('token');
  });

  test('provider_unreachable cuts the connection', async () => {
    sandbox.setScenario('provider_unreachable');
    await expect(askToken(sandbox, worker)).rejects.toThrow(/fetch failed/);
    expect(sandbox.requests.at(-1)).not.toHaveProperty('status');
  });

  test('provider_timeout does not answer while others are answered', async () => {
    sandbox.setScenario('provider_timeout', { times: 1 });
    const hangUp = new AbortController();
    const before = sandbox.requests.length;
    let answered = false;
    const waiting = askToken(sandbox, worker, { signal: hangUp.signal })
      .then(() => (answered = true))
      .catch((error: unknown) => error);
    await expect.poll(() => sandbox.requests.length).toBe(before + 1);
    expect(await summarise(await askToken(sandbox, worker))).toBe('token');
    expect(answered).toBe(false);
    hangUp.abort();
    expect(await waiting).toBeInstanceOf(DOMException);
  });

  test('provider_timeout (half-an-answer) begins an answer and does not end it', async () => {
    sandbox.setScenario('provider_timeout', { variant: 'half-an-answer' });
    const hangUp = new AbortController();
    const response = await askToken(sandbox, worker, { signal: hangUp.signal });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('{"access_token":"');
    hangUp.abort();
    await expect(reader?.read()).rejects.toThrow(/abort/);
  });

  test('an outage reaches discovery, keys and the API, unless it is narrowed to one step', async () => {
    const token = await getToken(sandbox, worker);
    const { environmentId, tld } = worker.environment;
    const askAll = async (): Promise<number[]> => {
      const answers = [
        await fetch(buildAuthUrl(sandbox, tld, environmentId, '/.well-known/openid-configuration')),
        await fetch(buildAuthUrl(sandbox, tld, environmentId, '/jwks')),
        await askToken(sandbox, worker),
        await askApi(sandbox, tld, '/v1/environments', token),
      ];
      return answers.map(({ status }) => status);
    };
    sandbox.setScenario('provider_unavailable');
    expect(await askAll()).toEqual([503, 503, 503, 503]);
    sandbox.setScenario('provider_unavailable', { step: 'api' });
    expect(await askAll()).toEqual([200, 200, 200, 503]);
  });
});

describe('a target', () => {
  test('one client or one environment alone is touched', async () => {
    const other = findSeeded(sandbox, 'Worker with Post', 'Globex');
    sandbox.setScenario('no_roles', { clientId: other.clientId });
    sandbox.setScenario('provider_unavailable', { environmentId: worker.environment.environmentId });
    expect((await askToken(sandbox, worker)).status).toBe(503);
    expect(await summarise(await askToken(sandbox, other))).toBe(NO_ROLES);
    sandbox.clearScenario(undefined, { environmentId: worker.environment.environmentId });
    expect(await summarise(await askToken(sandbox, worker))).toBe('token');
    expect(await summarise(await askToken(sandbox, other))).toBe(NO_ROLES);
  });

  test('the next few requests alone are touched, and the log says by what', async () => {
    sandbox.setScenario('token_refused', { times: 2 });
    const statuses = [];
    for (let round = 0; round < 3; round += 1) statuses.push((await askToken(sandbox, worker)).status);
    expect(statuses).toEqual([403, 403, 200]);
    expect(sandbox.requests.slice(-3).map((request) => request.scenarios)).toEqual([['token_refused'], ['token_refused'], []]);
  });

  test('what is not there is refused by name', () => {
    const board = createScenarioBoard(() => now);
    expect(() => board.set('unicorn')).toThrow(/no scenario "unicorn"/);
    expect(() => board.clear('unicorn')).toThrow(/no scenario "unicorn"/);
    expect(() => board.set('no_roles', { variant: 'two' })).toThrow(/no variant "two"/);
    expect(() => board.set('no_roles', { step: 'api' })).toThrow(/does not touch the step "api"/);
    expect(() => board.set('no_roles', { times: 0 })).toThrow(/"times"/);
    expect(board.list()).toEqual([]);
  });
});
