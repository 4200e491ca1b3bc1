import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected, example, failureAnswer } from '../testing/examples.ts';
import { createFakeFetch, failing, session, succeeding, type FakeServer, type SeenRequest } from '../testing/fake-api.ts';
import { createConnectApi } from './connect-api.ts';
import type { SessionToken } from './authorized-fetch.ts';
import type { ProgressReport } from './progress.ts';

const body = {
  integration_id: 'pingone-cc',
  connection_config: { environmentId: example.environmentId, tld: 'eu' },
  credentials: { client_id: example.clientId, client_secret: example.clientSecret },
};
const cut = { lines: [{ type: 'progress', step: 'environment', state: 'done' }], ending: 'break' } as const;
const expired = failing({ code: 'connect_session_expired', message: 'expired' }, 401);

function createApi(server: FakeServer, sessionToken: SessionToken = 'token', online = true) {
  const seen: SeenRequest[] = [];
  const fetch = createFakeFetch(server, (request) => seen.push(request));
  const report = vi.fn<(mistake: unknown) => void>();
  const api = createConnectApi({
    options: { current: { apiUrl: 'https://app.example/latchkey/', sessionToken, fetch } },
    isOnline: () => online,
    report,
  });
  return {
    api,
    seen,
    report,
    connect: (onProgress: (report: ProgressReport) => void = () => undefined) => api.connect(body, onProgress),
  };
}

const code = (failure: Promise<unknown>): Promise<unknown> =>
  failure.then(
    () => 'no failure',
    (thrown: Error) => thrown.message,
  );

describe('connecting', () => {
  it('reports each step of a stream and gives its result', async () => {
    const { connect } = createApi({ attempts: [succeeding(connected())] });
    const onProgress = vi.fn<(report: ProgressReport) => void>();
    expect(await connect(onProgress)).toMatchObject({ connectionId: 'cnn_5f2b0c6e', environment: { name: 'Acme Production' } });
    expect(onProgress).toHaveBeenCalledTimes(8);
  });

  it('takes an answer that is not streamed as well', async () => {
    const { connect } = createApi({ attempts: [{ status: 201, json: connected() }] });
    expect(await connect()).toMatchObject({ connectionId: 'cnn_5f2b0c6e' });
  });

  it('sends the token in a header and every value in the body', async () => {
    const { connect, seen } = createApi({ attempts: [succeeding(connected())] });
    await connect();
    expect(seen).toHaveLength(2);
    expect(seen.at(-1)).toEqual({ method: 'POST', path: '/latchkey/connect/connections', authorization: 'Bearer token', body });
  });

  it('throws the failure that the server tells, streamed or not', async () => {
    const unstreamed = failureAnswer('unknown_client');
    const json = 'json' in unstreamed ? unstreamed.json : undefined;
    expect(await code(createApi({ attempts: [unstreamed] }).connect())).toBe('unknown_client');
    const streamed = { lines: [{ type: 'result', status: 422, body: json }], ending: 'end' } as never;
    expect(await code(createApi({ attempts: [streamed] }).connect())).toBe('unknown_client');
  });

  it('says so when the server is not reached or answers something else', async () => {
    const nowhere = { session: { unreachable: true } } as const;
    expect(await code(createApi(nowhere).connect())).toBe('server_unreachable');
    expect(await code(createApi(nowhere, 'token', false).connect())).toBe('offline');
    expect(await code(createApi({ attempts: [{ status: 200, json: { data: {} } }] }).connect())).toBe('server_answer_invalid');
    expect(await code(createApi({ attempts: [{ status: 502, json: 'Bad Gateway' }] }).connect())).toBe('server_answer_invalid');
  });
});

describe('asking for the session', () => {
  it('tells the host’s developers that something else answers where the router should be', async () => {
    for (const answer of [
      { status: 404, json: 'Cannot GET' },
      { status: 200, json: '<!doctype html>' },
    ]) {
      const { api, report } = createApi({ session: answer });
      expect(await code(api.getSession())).toBe('server_answer_invalid');
      expect(report.mock.calls).toEqual([
        [expect.objectContaining({ message: expect.stringContaining('no router at "https://app.example/latchkey/"') })],
      ]);
    }
  });

  it('reports no mistake of the host when the router refuses, or is down', async () => {
    for (const answer of [
      failing({ code: 'not_found', message: 'none' }, 404),
      { status: 502, json: 'Bad Gateway' },
      { unreachable: true } as const,
    ]) {
      const { api, report } = createApi({ session: answer });
      await code(api.getSession());
      expect(report).not.toHaveBeenCalled();
    }
  });
});

describe('an attempt whose answer is lost', () => {
  const none = session({});
  const made = session({}, [{ connection_id: 'late', integration_id: 'pingone-cc' }]);
  const others = [
    { connection_id: 'earlier', integration_id: 'pingone-cc' },
    { connection_id: 'other', integration_id: 'pingone' },
  ];

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['in the middle', cut],
    ['before the result', { ...cut, ending: 'end' }],
    ['before it began', { unreachable: true }],
  ] as const)('is told by the session when the line is cut %s', async (_when, answer) => {
    const { connect } = createApi({ attempts: [answer], session: [none, made] });
    const outcome = connect();
    await vi.advanceTimersByTimeAsync(500);
    expect(await outcome).toMatchObject({ connectionId: 'late', environment: undefined });
  });

  it('is asked for while the server may be at work, and while the line is down', async () => {
    const { connect, seen } = createApi({ attempts: [cut], session: [none, none, { unreachable: true }, { unreachable: true }, made] });
    const outcome = connect();
    await vi.advanceTimersByTimeAsync(6_999);
    expect(seen).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ connectionId: 'late' });
  });

  it('is not taken for what the session had before it, or has of another integration', async () => {
    const before = session({}, others.slice(0, 1));
    const { connect } = createApi({ attempts: [cut], session: [before, session({}, others)] });
    const outcome = code(connect());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await outcome).toBe('connection_interrupted');
  });

  it('is not taken for what the session made since the form was opened', async () => {
    const { api, connect } = createApi({ attempts: [cut], session: [none, session({}, others)] });
    await api.getSession();
    const outcome = code(connect());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await outcome).toBe('connection_interrupted');
  });

  it('is given up at once when the session may not be asked any more', async () => {
    const { connect, seen } = createApi({ attempts: [cut], session: [none, expired] });
    const outcome = code(connect());
    await vi.advanceTimersByTimeAsync(500);
    expect(await outcome).toBe('connection_interrupted');
    expect(seen).toHaveLength(3);
  });

  it('is sent only when the session could be asked before', async () => {
    const { connect, seen } = createApi({ attempts: [succeeding(connected())], session: { unreachable: true } });
    expect(await code(connect())).toBe('server_unreachable');
    expect(seen.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('the session token', () => {
  it('is asked for once, and once more when it has expired', async () => {
    const getToken = vi.fn<() => Promise<string>>().mockResolvedValueOnce('old').mockResolvedValueOnce('new');
    const { api, connect, seen } = createApi({ attempts: [expired, succeeding(connected())], session: session({}) }, getToken);
    await api.getSession();
    await connect();
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer old', 'Bearer old', 'Bearer new']);
  });

  it('is not asked for a third time', async () => {
    const getToken = vi.fn<() => Promise<string>>().mockResolvedValue('old');
    expect(await code(createApi({ attempts: [expired] }, getToken).connect())).toBe('connect_session_expired');
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('cannot be renewed when it is a text', async () => {
    const { connect, seen } = createApi({ attempts: [expired] });
    expect(await code(connect())).toBe('connect_session_expired');
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  it('is asked for anew, once, when several requests meet its end', async () => {
    const getToken = vi.fn<() => Promise<string>>().mockResolvedValueOnce('old').mockResolvedValue('new');
    const { api, seen } = createApi({ session: [expired, expired, session({})] }, getToken);
    await Promise.all([api.getSession(), api.getSession()]);
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer old', 'Bearer new', 'Bearer new']);
  });

  it('may come without a promise', async () => {
    const { api, seen } = createApi({}, () => 'plain');
    await api.getSession();
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer plain']);
  });

  it.each([
    ['nothing', () => Promise.resolve(undefined)],
    ['an empty text', () => Promise.resolve('')],
    ['a page', () => Promise.resolve('<!doctype html>\n<title>Error</title>')],
    ['an object', () => ({ token: 'token' })],
    ['a failure', () => Promise.reject(new Error('down'))],
    [
      'a failure at once',
      () => {
        throw new Error('down');
      },
    ],
  ])('is asked for anew after the host gave %s, which the host is told', async (_what, give) => {
    const getToken = vi
      .fn<() => Promise<string>>()
      .mockImplementationOnce(give as never)
      .mockResolvedValueOnce('new');
    const { api, seen, report } = createApi({}, getToken);
    expect(await code(Promise.all([api.getSession(), api.findRegion('x')]))).toBe('session_token_unavailable');
    expect(report).toHaveBeenCalledExactlyOnceWith(expect.any(Error));
    expect(seen).toEqual([]);
    await api.getSession();
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer new']);
  });

  it('is not sent while it is an empty text', async () => {
    const { api, seen } = createApi({}, '');
    expect(await code(api.getSession())).toBe('session_token_unavailable');
    expect(seen).toEqual([]);
  });
});

describe('finding the region', () => {
  it('gives the top-level domain, or null when no region knows the environment', async () => {
    const { api } = createApi({ regions: { [example.environmentId]: 'com.au' } });
    expect(await api.findRegion(example.environmentId)).toBe('com.au');
    expect(await api.findRegion('other')).toBeNull();
  });

  it('throws when the answer is neither', async () => {
    expect(await code(createApi({ regions: { status: 200, json: {} } }).api.findRegion('x'))).toBe('server_answer_invalid');
  });
});
