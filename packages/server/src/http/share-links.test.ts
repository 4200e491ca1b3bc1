import type { SandboxEnvironment } from '@latchkey/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';
import { removeExpired } from '../use-cases/remove-expired.ts';

let api: TestApi;
let store: Store;
let acme: SandboxEnvironment;
beforeEach(async () => {
  api = await startApi({
    wrapStore: (real) => (store = real),
    options: { hostedPage: true, app: { name: 'Rollcall', logoUrl: 'https://rollcall.example/logo.svg' } },
  });
  [acme] = api.sandbox.environments as [SandboxEnvironment];
});
afterEach(() => api.close());

const DAY_MS = 24 * 60 * 60_000;

async function create(
  body: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; url: string; token: string; expires_at: string }> {
  const json = { integration_id: 'pingone-cc', end_user: { id: 'ada' }, ...body };
  const { data } = (await call('POST', '/connect/links', json)).body;
  return { ...data, token: new URL(data.url).hash.replace('#share=', '') };
}

function call(method: string, path: string, json?: unknown): Promise<TestAnswer> {
  return api.call(method, path, { token: api.secretKey, ...(json !== undefined && { json }) });
}

function open(token: string, headers: Readonly<Record<string, string>> = {}): Promise<TestAnswer> {
  return api.call('POST', '/connect/links/open', { json: { token }, headers });
}

async function openSession(token: string): Promise<string> {
  return (await open(token)).body.data.session_token;
}

function connect(session: string, body: unknown = connectBody(acme)): Promise<TestAnswer> {
  return api.call('POST', '/connect/connections', { token: session, json: body });
}

async function listLinks(query = ''): Promise<TestAnswer['body']> {
  return (await call('GET', `/connect/links${query}`)).body;
}

async function countConnections(): Promise<number> {
  return (await api.connect.listConnections()).connections.length;
}

describe('Making a link', () => {
  it('answers with a URL of the hosted page, the token in its fragment, for seven days', async () => {
    const { url, expires_at } = await create();
    expect(url).toMatch(new RegExp(`^${api.url}/link#share=latchkey_link_[\\w-]{43}$`));
    expect(new Date(expires_at).getTime()).toBe(api.clock.now().getTime() + 7 * DAY_MS);
  });

  it('lets the caller say for how long', async () => {
    const { expires_at } = await create({ expires_in_seconds: 300 });
    expect(new Date(expires_at).getTime()).toBe(api.clock.now().getTime() + 300_000);
  });

  it.each([
    ['nobody it is for', { end_user: undefined }, 400, 'invalid_body'],
    ['a time that is too short', { expires_in_seconds: 299 }, 400, 'invalid_body'],
    ['a time that is too long', { expires_in_seconds: 2_592_001 }, 400, 'invalid_body'],
    ['an integration that there is not', { integration_id: 'none' }, 404, 'unknown_integration'],
    ['a connection that there is not', { connection_id: 'none' }, 404, 'unknown_connection'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await call('POST', '/connect/links', { integration_id: 'pingone-cc', end_user: { id: 'ada' }, ...body });
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('is refused where no hosted page is served, and sessions have no link there', async () => {
    const bare = await startApi();
    const json = { integration_id: 'pingone-cc', end_user: { id: 'ada' } };
    const answer = await bare.call('POST', '/connect/links', { token: bare.secretKey, json });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'hosted_page_missing']);
    const session = await bare.call('POST', '/connect/sessions', { token: bare.secretKey, json: { end_user: { id: 'ada' } } });
    expect(session.body.data).not.toHaveProperty('connect_link');
    await bare.close();
  });

  it('needs a key that may start sessions', async () => {
    const { key } = (await call('POST', '/keys', { name: 'reader', scopes: ['connections:read'] })).body.data;
    const json = { integration_id: 'pingone-cc', end_user: { id: 'ada' } };
    expect((await api.call('POST', '/connect/links', { token: key, json })).status).toBe(403);
    expect((await api.call('GET', '/connect/links', { token: key })).status).toBe(200);
  });
});

describe('Opening a link', () => {
  it('gives a session for its end user and integration, and says whose app it is', async () => {
    const { token } = await create({ organization: { id: 'acme' }, tags: { Team: 'red' } });
    const { status, body } = await open(token, { origin: new URL(api.url).origin });
    expect([status, body.data]).toEqual([
      200,
      {
        session_token: expect.stringMatching(/^latchkey_connect_session_/),
        expires_at: new Date(api.clock.now().getTime() + 1_800_000).toISOString(),
        app: { name: 'Rollcall', logo_url: 'https://rollcall.example/logo.svg' },
        integration_id: 'pingone-cc',
      },
    ]);
    const view = await api.call('GET', '/connect/session', { token: body.data.session_token });
    expect(view.body.data).toMatchObject({ end_user: { id: 'ada' }, organization: { id: 'acme' } });
    expect(view.body.data.integrations.map((row: { integration_id: string }) => row.integration_id)).toEqual(['pingone-cc']);
  });

  it('gives a session again and again until one has connected', async () => {
    const { token } = await create();
    const sessions = [await openSession(token), await openSession(token)];
    expect(new Set(sessions).size).toBe(2);
    expect((await connect(sessions[0]!)).status).toBe(201);
    expect((await open(token)).body.error.code).toBe('link_used');
  });

  it('ends the session with the link', async () => {
    const { token, expires_at } = await create({ expires_in_seconds: 300 });
    const { session_token, expires_at: endsAt } = (await open(token)).body.data;
    expect(endsAt).toBe(expires_at);
    api.clock.advance(300_000);
    expect((await connect(session_token)).body.error.code).toBe('connect_session_expired');
    const answer = await open(token);
    expect([answer.status, answer.body.error.code]).toEqual([410, 'link_expired']);
  });

  it('is refused to pages of other origins', async () => {
    const { token } = await create();
    expect((await open(token, { origin: 'https://evil.example' })).body.error.code).toBe('origin_not_allowed');
    expect((await listLinks()).data[0].opened_at).toBeNull();
  });

  it('finds nothing under a token that is none', async () => {
    const answer = await open('latchkey_link_none');
    expect([answer.status, answer.body.error.code]).toEqual([404, 'unknown_link']);
  });

  it('is limited for each address', async () => {
    const answers = await Promise.all(Array.from({ length: 61 }, () => open('latchkey_link_none')));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe('Using a link', () => {
  it('names the connection, and leaves its other sessions nothing but to look', async () => {
    const { id, token } = await create({ note: 'for Bob' });
    const [first, second] = [await openSession(token), await openSession(token)];
    const { connection_id } = (await connect(first)).body.data;
    expect((await listLinks()).data).toEqual([
      expect.objectContaining({ id, state: 'used', connection_id, used_at: expect.any(String), note: 'for Bob', end_user: { id: 'ada' } }),
    ]);
    const asked = api.sandbox.requests.length;
    for (const session of [first, second]) {
      const again = await connect(session);
      expect([again.status, again.body.error.code]).toEqual([410, 'link_used']);
    }
    expect(api.sandbox.requests).toHaveLength(asked);
    const view = await api.call('GET', '/connect/session', { token: first });
    expect(view.body.data.connections).toEqual([{ connection_id, integration_id: 'pingone-cc' }]);
  });

  it('stays possible after an attempt that failed', async () => {
    const { token } = await create();
    const session = await openSession(token);
    expect((await connect(session, connectBody(acme, 'Worker with Post', { client_secret: 'wrong' }))).status).toBe(422);
    expect((await listLinks()).data[0].state).toBe('open');
    expect((await connect(session)).status).toBe(201);
  });

  it('makes one connection, however many at once try', async () => {
    const { token } = await create();
    const sessions = await Promise.all(Array.from({ length: 4 }, () => openSession(token)));
    const answers = await Promise.all(sessions.map((session) => connect(session)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 410, 410, 410]);
    expect(await countConnections()).toBe(1);
  });

  it('gives the connection that it names a new credential', async () => {
    const { connection_id } = (await connect(await api.startSession())).body.data;
    const { token } = await create({ connection_id, end_user: undefined });
    const session = await openSession(token);
    const view = await api.call('GET', '/connect/session', { token: session });
    expect(view.body.data.reconnect).toMatchObject({ connection_id });
    const credential = { ...connectBody(acme), connection_config: {} };
    expect((await connect(session, credential)).body.data.connection_id).toBe(connection_id);
    expect((await listLinks()).data[0]).toMatchObject({ state: 'used', connection_id });
    expect(await countConnections()).toBe(1);
  });
});

describe('Revoking a link', () => {
  it('ends it, and the sessions that came of it', async () => {
    const { id, token } = await create();
    const session = await openSession(token);
    expect((await call('DELETE', `/connect/links/${id}`)).body).toEqual({ success: true });
    expect((await call('DELETE', `/connect/links/${id}`)).body).toEqual({ success: true });
    for (const answer of [await open(token), await connect(session), await api.call('GET', '/connect/session', { token: session })]) {
      expect([answer.status, answer.body.error.code]).toEqual([410, 'link_revoked']);
    }
    expect((await listLinks()).data[0].state).toBe('revoked');
    expect(await countConnections()).toBe(0);
  });

  it('comes too late for a link that was used, and says so', async () => {
    const { id, token } = await create();
    await connect(await openSession(token));
    const answer = await call('DELETE', `/connect/links/${id}`);
    expect([answer.status, answer.body.error.code]).toEqual([410, 'link_used']);
    expect((await call('DELETE', '/connect/links/none')).body.error.code).toBe('unknown_link');
  });

  it('keeps what is about to be stored from being stored', async () => {
    await api.close();
    const wrapStore = (store: Store): Store => ({
      ...store,
      async insertConnection(...given) {
        const [link] = await store.listShareLinks({ limit: 1 });
        await store.revokeShareLink(link?.linkId ?? '', api.clock.now());
        return store.insertConnection(...given);
      },
    });
    api = await startApi({ options: { hostedPage: true }, wrapStore });
    [acme] = api.sandbox.environments as [SandboxEnvironment];
    const answer = await connect(await openSession((await create()).token));
    expect([answer.status, answer.body.error.code]).toEqual([410, 'link_revoked']);
    expect(await countConnections()).toBe(0);
  });
});

describe('The list of links', () => {
  it('is read page by page, the latest first', async () => {
    const made = [];
    for (let index = 0; index < 3; index += 1) made.unshift((await create()).id);
    const first = await listLinks('?limit=2');
    const rest = await listLinks(`?limit=2&cursor=${first.next_cursor}`);
    expect([...first.data, ...rest.data].map(({ id }: { id: string }) => id)).toEqual(made);
    expect(rest.next_cursor).toBeNull();
  });

  it('forgets links a month after their end', async () => {
    await create({ expires_in_seconds: 300 });
    api.clock.advance(300_000 + 30 * DAY_MS);
    await removeExpired({ store, clock: api.clock });
    expect((await listLinks()).data).toHaveLength(1);
    api.clock.advance(1);
    await removeExpired({ store, clock: api.clock });
    expect((await listLinks()).data).toEqual([]);
  });

  it('holds no token, and neither does the log', async () => {
    const { token } = await create();
    await openSession(token);
    expect(JSON.stringify(await listLinks())).not.toContain(token);
    expect(api.logs.join('\n')).not.toContain(token);
  });
});

it('A session has the address of the hosted page with its token.', async () => {
  const { data } = (await call('POST', '/connect/sessions', { end_user: { id: 'ada' } })).body;
  expect(data.connect_link).toBe(`${api.url}/link#session_token=${data.token}`);
});
