import { operationBody, operationList, type OperationListItem } from '@latchkey/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hashQuickly } from '../testing/hash-quickly.ts';
import { fromOwnPage, signInToConsole } from '../testing/sign-in-to-console.ts';
import { connectBody, startApi, type TestApi, type TestApiOptions } from '../testing/start-api.ts';

const PASSWORD = 'correct horse battery staple';

const running: TestApi[] = [];
async function start(options?: TestApiOptions): Promise<TestApi> {
  const api = await startApi(options);
  running.push(api);
  return api;
}
afterEach(async () => {
  for (const api of running.splice(0)) await api.close();
});

async function list(api: TestApi, query = ''): Promise<OperationListItem[]> {
  const answer = await api.call('GET', `/logs/operations${query}`, { token: api.secretKey });
  return operationList.parse(answer.body).data;
}

async function get(api: TestApi, id: string | undefined) {
  const answer = await api.call('GET', `/logs/operations/${id}`, { token: api.secretKey });
  return operationBody.parse(answer.body).data;
}

/** An answer may be there a moment before its operation has ended. */
async function find(api: TestApi, query: string): Promise<OperationListItem> {
  await expect.poll(async () => (await list(api, query)).length).toBeGreaterThan(0);
  const [operation] = await list(api, query);
  return operation!;
}

async function connect(api: TestApi, worker?: string, overrides?: Record<string, string>): Promise<string> {
  const [environment] = api.sandbox.environments;
  const answer = await api.call('POST', '/connect/connections', {
    token: await api.startSession(),
    json: connectBody(environment!, worker, overrides),
    headers: { 'x-request-id': 'request-1' },
  });
  return answer.body.data?.connection_id;
}

async function proxy(api: TestApi, connectionId: string, path: string, headers: Record<string, string> = {}) {
  return api.call('GET', `/proxy${path}`, {
    token: api.secretKey,
    headers: { 'provider-config-key': 'pingone-cc', 'connection-id': connectionId, ...headers },
  });
}

describe('The request log', () => {
  it('tells of a connect attempt, with each request to the provider', async () => {
    const api = await start();
    const connectionId = await connect(api);
    const [item, ...others] = await list(api);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      type: 'connect',
      status: 'success',
      integration_id: 'pingone-cc',
      connection_id: connectionId,
      end_user_id: 'ada',
      caller: { type: 'connect_session' },
      request_id: 'request-1',
      error: null,
    });
    const { messages, ...rest } = await get(api, item?.id);
    expect(rest).toEqual(item);
    expect(messages).toHaveLength(item!.message_count);
    expect(messages.map(({ method, url, status }) => `${method} ${new URL(url).pathname.split('/').pop()} ${status}`)).toEqual(
      expect.arrayContaining(['GET openid-configuration 200', 'POST token 200']),
    );
    const token = messages.find(({ method }) => method === 'POST');
    expect(token).toMatchObject({ attempt: 1, oauth_error: null, correlation_id: expect.stringMatching(/^[\w-]{36}$/) });
    expect(token?.request_headers).toContainEqual({ name: 'content-type', value: expect.stringContaining('x-www-form-urlencoded') });
    const read = messages.find(({ url }) => url.includes('/environments/'));
    expect(read?.request_headers).toContainEqual({ name: 'authorization', value: '[redacted]' });
  });

  it('tells why an attempt failed, what the token endpoint said, and which attempt it was', async () => {
    const api = await start();
    await connect(api, undefined, { client_secret: 'canary-1234567890' });
    const item = await find(api, '?status=failed');
    expect(item).toMatchObject({
      type: 'connect',
      connection_id: null,
      error: { code: 'wrong_client_secret', remedy: expect.any(String) },
    });
    const { messages } = await get(api, item.id);
    const tokens = messages.filter(({ method }) => method === 'POST');
    expect(tokens.map(({ attempt }) => attempt)).toEqual(tokens.map((_, index) => index + 1));
    expect(tokens[0]).toMatchObject({ status: 401, oauth_error: { error: 'invalid_client', error_description: expect.any(String) } });
    expect(api.answers.join('\n')).not.toContain('canary-1234567890');
  });

  it('tells of calls of the provider’s API, of the refresh that one needed, and who called', async () => {
    const api = await start();
    const connectionId = await connect(api);
    api.clock.advance(2 * 3_600_000);
    expect((await proxy(api, connectionId, '/v1/environments?limit=1&filter=name%20eq%20%22x%22')).status).toBe(200);
    const call = await find(api, '?type=proxy');
    expect(call).toMatchObject({
      status: 'success',
      connection_id: connectionId,
      end_user_id: 'ada',
      caller: { type: 'secret_key', name: 'secretKeys[0]' },
      message_count: 1,
      last_message: { method: 'GET', status: 200, url: expect.stringMatching(/\/v1\/environments\?limit=1&filter=\[redacted\]$/) },
    });
    expect((await get(api, call.id)).messages[0]).toMatchObject({ response_bytes: expect.any(Number), failure: null });
    expect(await find(api, '?type=refresh')).toMatchObject({ status: 'success', connection_id: connectionId, message_count: 1 });

    expect((await proxy(api, connectionId, '/v1/nothing')).status).toBe(403);
    expect(await find(api, '?type=proxy&status=failed')).toMatchObject({ error: { code: 'http_403' }, last_message: { status: 403 } });
    expect((await proxy(api, 'none', '/v1/environments')).status).toBe(404);
    const unknown = await find(api, '?search=unknown_connection');
    expect(unknown).toMatchObject({ integration_id: 'pingone-cc', connection_id: null, message_count: 0 });
  });

  it('is where a connection’s error leads', async () => {
    const api = await start();
    const connectionId = await connect(api);
    api.sandbox.setScenario('wrong_client_secret', { step: 'token' });
    await api.call('POST', `/connections/${connectionId}/check?provider_config_key=pingone-cc`, { token: api.secretKey });
    const { body } = await api.call('GET', '/connections', { token: api.secretKey });
    const [error] = body.connections[0].errors;
    expect(await get(api, error.log_id)).toMatchObject({ type: 'refresh', status: 'failed', connection_id: connectionId });
    expect(await find(api, '?type=check')).toMatchObject({ status: 'failed', connection_id: connectionId });
  });

  it('is read page by page, and by every condition', async () => {
    const api = await start();
    const connectionId = await connect(api);
    for (let index = 0; index < 5; index += 1) {
      api.clock.advance(1000);
      await proxy(api, connectionId, '/v1/environments');
    }
    await expect.poll(async () => (await list(api)).length).toBe(6);
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '?limit=4' : `?limit=4&cursor=${cursor}`;
      const answer = operationList.parse((await api.call('GET', `/logs/operations${query}`, { token: api.secretKey })).body);
      pages.push(answer.data.map(({ type }) => type));
      cursor = answer.next_cursor;
    }
    expect(pages).toEqual([
      ['proxy', 'proxy', 'proxy', 'proxy'],
      ['proxy', 'connect'],
    ]);
    const now = api.clock.now();
    const second = encodeURIComponent(new Date(now.getTime() - 1000).toISOString());
    const counts = await Promise.all(
      [
        `?from=${second}`,
        `?to=${second}`,
        '?type=connect,refresh',
        '?integration_id=other',
        `?connection_id=${connectionId}`,
        '?end_user_id=ada&type=proxy',
        '?search=%2FV1%2Fenvironments&type=proxy',
        '?search=request-1',
      ].map(async (query) => (await list(api, query)).length),
    );
    expect(counts).toEqual([2, 4, 1, 0, 6, 5, 5, 1]);
  });

  it.each(['?limit=0', '?limit=201', '?cursor=x', '?status=odd', '?type=', '?from=yesterday', '?searching=x'])(
    'refuses the query %s',
    async (query) => {
      const api = running[0] ?? (await start());
      const answer = await api.call('GET', `/logs/operations${query}`, { token: api.secretKey });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_query_params']);
    },
  );

  it('has no operation under an id that is none', async () => {
    const api = await start();
    for (const id of ['x', '018bcfe5-6800-71d0-a765-00a0c91e6bf6', '%00']) {
      const answer = await api.call('GET', `/logs/operations/${id}`, { token: api.secretKey });
      expect([answer.status, answer.body.error.code]).toEqual([404, 'not_found']);
    }
  });

  it('keeps nothing when the option says so', async () => {
    const api = await start({ options: { logRetentionDays: 0 } });
    await proxy(api, await connect(api), '/v1/environments');
    expect(await list(api)).toEqual([]);
  });

  it('neither slows nor fails a request when the store hangs or fails at it', async () => {
    for (const saveOperations of [() => new Promise<void>(() => undefined), () => Promise.reject(new Error('canary'))]) {
      const api = await start({ wrapStore: (store) => ({ ...store, saveOperations }) });
      const connectionId = await connect(api);
      const answers = await Promise.all(Array.from({ length: 50 }, () => proxy(api, connectionId, '/v1/environments')));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(api.logs.join('\n')).not.toContain('canary');
    }
  });
});

describe('The live log', () => {
  async function watch(api: TestApi, query = '', headers: Readonly<Record<string, string>> = { authorization: `Bearer ${api.secretKey}` }) {
    const response = await fetch(`${api.url}/logs/operations/stream${query}`, { headers });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const ended = (async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        text += value;
      }
    })();
    const events = () =>
      [...text.matchAll(/^event: (\w+)\ndata: (.*)\n\n/gm)].map(([, event, data]): [string, OperationListItem] => [
        event ?? '',
        JSON.parse(data ?? ''),
      ]);
    return { response, events, ended };
  }

  it('tells of operations as they are stored, those that meet its conditions, and ends with the server', async () => {
    const api = await start();
    const connectionId = await connect(api);
    await list(api);
    const all = await watch(api);
    const failed = await watch(api, '?status=failed&type=proxy&search=v1');
    expect(all.response.headers.get('content-type')).toContain('text/event-stream');
    // Whoever watches is told of what comes after: the first look has been taken once a second look tells of something.
    await expect
      .poll(
        async () => {
          await proxy(api, connectionId, '/v1/nothing');
          return all.events().length > 0 && failed.events().length > 0;
        },
        { timeout: 5000, interval: 100 },
      )
      .toBe(true);
    for (const [event, operation] of failed.events()) {
      expect([event, operation.status, operation.connection_id]).toEqual(['operation', 'failed', connectionId]);
    }
    const ids = all.events().map(([, { id }]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await api.connect.close();
    await Promise.all([all.ended, failed.ended]);
  });

  const byKey = async (api: TestApi) => {
    const { id, key } = (await api.connect.createSecretKey({ name: 'Watches', scopes: ['logs:read'] })).data;
    return { headers: { authorization: `Bearer ${key}` }, end: () => api.connect.revokeSecretKey(id) };
  };
  const atTheConsole = async (api: TestApi) => {
    const { headers, cookie } = await signInToConsole(api, PASSWORD);
    return { headers: { cookie, ...fromOwnPage(api) }, end: () => api.call('DELETE', '/console/api/session', { headers }) };
  };

  it.each([
    ['the key is revoked', byKey],
    ['who watches at the console signs out', atTheConsole],
  ])('ends at its next heartbeat when %s, and not before', async (_what, begin) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const api = await start({ options: { console: { passwordHash: hashQuickly(PASSWORD) } } });
      const { headers, end } = await begin(api);
      const watched = await watch(api, '', headers);
      expect(watched.response.status).toBe(200);
      let hasEnded = false;
      void watched.ended.then(() => (hasEnded = true));
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await list(api)).toEqual([]);
      expect(hasEnded).toBe(false);
      await end();
      await vi.advanceTimersByTimeAsync(15_000);
      await watched.ended;
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses what is no condition', async () => {
    const api = await start();
    const answer = await api.call('GET', '/logs/operations/stream?limit=5', { token: api.secretKey });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_query_params']);
  });
});
