import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createLatchkey } from './client.ts';
import { LatchkeyError } from './errors.ts';
import { createFakeServer, refusal, reply, SECRET_KEY } from './testing/fake-server.ts';

const key = { integrationId: 'pingone-cc', connectionId: 'c-1' };
const list = () => reply(200, { data: [] });
const failure = async (work: Promise<unknown>): Promise<LatchkeyError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LatchkeyError) return error;
  throw new Error('A LatchkeyError was expected.', { cause: error });
};

describe('A call', () => {
  it('goes to the router’s path with the key as Bearer token, and follows no redirect', async () => {
    const { latchkey, requests } = createFakeServer([list()]);
    await latchkey.integrations.list();
    expect(requests[0]).toMatchObject({ method: 'GET', url: 'https://app.example/latchkey/integrations', redirect: 'manual' });
    expect(requests[0]?.headers.get('authorization')).toBe(`Bearer ${SECRET_KEY}`);
  });

  it('is tried again when it may be sent twice: after a failed network, too many requests and an outage', async () => {
    const replies = [new TypeError('fetch failed'), refusal(429, 'too_many_request', { 'retry-after': '2' }), list()];
    const { latchkey, requests, pauses } = createFakeServer(replies);
    expect(await latchkey.integrations.list()).toEqual([]);
    expect(requests).toHaveLength(3);
    expect(pauses).toEqual([125, 2125]);
  });

  it('heeds a Retry-After that is a date', async () => {
    const date = new Date('2026-11-20T08:00:07Z').toUTCString();
    const { latchkey, pauses } = createFakeServer([refusal(503, 'store_unavailable', { 'retry-after': date }), list()]);
    await latchkey.integrations.list();
    expect(pauses).toEqual([7125]);
  });

  it('ends after as many new attempts as the option says', async () => {
    const { latchkey, requests } = createFakeServer([refusal(503, 'store_unavailable'), refusal(503, 'store_unavailable')], { retries: 1 });
    expect(await failure(latchkey.integrations.list())).toMatchObject({ code: 'store_unavailable', status: 503 });
    expect(requests).toHaveLength(2);
  });

  it('tells how long to wait when that is too long to wait for', async () => {
    const { latchkey, pauses } = createFakeServer([refusal(429, 'too_many_request', { 'retry-after': '3600' })]);
    expect(await failure(latchkey.integrations.list())).toMatchObject({ code: 'too_many_request', retryAfterSeconds: 3600 });
    expect(pauses).toEqual([]);
  });

  it('is not sent twice when nobody knows whether it was done', async () => {
    for (const trouble of [new TypeError('fetch failed'), refusal(502, 'provider_unreachable'), refusal(503, 'store_unavailable')]) {
      const { latchkey, requests } = createFakeServer([trouble]);
      await failure(latchkey.connectSessions.create({ endUser: { id: 'ada' } }));
      expect(requests).toHaveLength(1);
    }
  });

  it('is sent twice when that changes nothing more, whatever its method', async () => {
    const { latchkey, requests } = createFakeServer([new TypeError('fetch failed'), reply(200, { ok: true })]);
    await latchkey.connections.mergeMetadata(key, { plan: 'gold' });
    expect(requests.map(({ method }) => method)).toEqual(['PATCH', 'PATCH']);
    expect(await requests[1]?.json()).toEqual({ provider_config_key: 'pingone-cc', connection_id: 'c-1', metadata: { plan: 'gold' } });
  });

  it('ends by its time limit, which a call may set', async () => {
    const { latchkey, requests } = createFakeServer(['silence'], { retries: 0 });
    const error = await failure(latchkey.integrations.list({ timeoutMs: 5 }));
    expect(error).toMatchObject({ code: 'timeout', status: undefined, retryable: true });
    expect(error.message).toContain('5 ms');
    expect(requests).toHaveLength(1);
  });

  it.each([Number.POSITIVE_INFINITY, 2 ** 31, 0, 1.5])(
    'is not sent with a time limit of %d ms, which no timer keeps',
    async (timeoutMs) => {
      const { latchkey, requests } = createFakeServer([]);
      expect(await failure(latchkey.integrations.list({ timeoutMs }))).toMatchObject({ code: 'invalid_argument', field: 'timeoutMs' });
      expect(requests).toEqual([]);
    },
  );

  it('ends by the caller’s signal, with its reason, under way or while it waits', async () => {
    const reason = new Error('The user went away.');
    const aborted = AbortSignal.abort(reason);
    const first = createFakeServer([list()]);
    await expect(first.latchkey.integrations.list({ signal: aborted })).rejects.toBe(reason);

    const controller = new AbortController();
    const second = createFakeServer(['silence']);
    const waiting = second.latchkey.integrations.list({ signal: controller.signal });
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(second.requests).toHaveLength(1);
  });
});

describe('An error', () => {
  it('says all that the answer says', async () => {
    const body = {
      error: {
        code: 'invalid_body',
        message: 'What happened.',
        remedy: 'What to do.',
        retryable: false,
        field: 'tld',
        correlation_id: 'ping-1',
        request_id: 'r-1',
        errors: [{ code: 'region_unknown', message: 'Unknown.', path: ['connection_config', 'tld'] }],
      },
    };
    const { latchkey } = createFakeServer([reply(400, body)]);
    expect(await failure(latchkey.integrations.list())).toMatchObject({
      name: 'LatchkeyError',
      code: 'invalid_body',
      status: 400,
      message: 'What happened.',
      remedy: 'What to do.',
      retryable: false,
      field: 'tld',
      correlationId: 'ping-1',
      requestId: 'r-1',
      errors: body.error.errors,
    });
  });

  it.each([
    ['a page of another server', reply(404, '<html>', { 'content-type': 'text/html' })],
    ['a redirect', reply(302, '', { location: 'https://evil.example/' })],
    ['a success of something else', reply(200, { hello: 'world' })],
    ['a success that is no JSON', reply(200, 'hello')],
  ])('names %s for what it is', async (_what, answer) => {
    const { latchkey } = createFakeServer([answer]);
    const error = await failure(latchkey.integrations.list());
    expect(error.code).toBe('invalid_answer');
    expect(error.remedy).toContain('apiUrl');
  });

  it('of the network keeps its cause', async () => {
    const cause = new TypeError('fetch failed');
    const { latchkey } = createFakeServer([cause], { retries: 0 });
    expect(await failure(latchkey.integrations.list())).toMatchObject({ code: 'unreachable', retryable: true, cause });
  });
});

describe('The secret key', () => {
  it('is nowhere in a printed client, nor in an error', async () => {
    const { latchkey } = createFakeServer([new TypeError('fetch failed'), refusal(401, 'unknown_account')], { retries: 0 });
    const errors = [await failure(latchkey.integrations.list()), await failure(latchkey.integrations.list())];
    for (const thing of [latchkey, createLatchkey({ apiUrl: 'https://app.example', secretKey: SECRET_KEY }), ...errors]) {
      expect(inspect(thing, { depth: 9, showHidden: true })).not.toContain('canary');
      expect(JSON.stringify(thing)).not.toContain('canary');
    }
  });
});
