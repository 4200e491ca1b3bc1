import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function callTimes(count: number, send: () => ReturnType<TestApi['call']>) {
  const answers = [];
  for (let sent = 0; sent < count; sent += 1) answers.push(await send());
  return answers;
}

describe('A session', () => {
  it('may look up 30 regions a minute, so that it cannot be used to scan', async () => {
    const token = await api.startSession();
    const look = () => api.call('GET', '/connect/regions?environment_id=nonsense', { token });
    const answers = await callTimes(31, look);
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => 400), 429]);
    const last = answers.at(-1)!;
    expect(last.body.error).toMatchObject({ code: 'too_many_request', retryable: true });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(last.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(last.body.error.retry_after).toBe(Number(last.headers.get('retry-after')));
    expect(['limit', 'remaining', 'reset'].map((name) => last.headers.get(`x-ratelimit-${name}`))).toEqual([
      '30',
      '0',
      expect.stringMatching(/^\d{10}$/),
    ]);
    // Another session, and the other routes of this one, go on.
    const neighbour = await api.startSession();
    expect((await api.call('GET', '/connect/regions?environment_id=nonsense', { token: neighbour })).status).toBe(400);
    expect((await api.call('GET', '/connect/session', { token })).status).toBe(200);
  });

  it('is the same session however the header that names it is spelt', async () => {
    const token = await api.startSession();
    let spaces = 0;
    const look = () => {
      const authorization = `${spaces % 2 === 0 ? 'Bearer' : 'bEARER'}${' '.repeat((spaces += 1))}${token}`;
      return api.call('GET', '/connect/regions?environment_id=nonsense', { headers: { authorization } });
    };
    expect((await callTimes(31, look)).map(({ status }) => status).slice(-2)).toEqual([400, 429]);
  });

  it('may try to connect 30 times a minute', async () => {
    const token = await api.startSession();
    const json = connectBody(api.sandbox.environments[0]!, 'Worker with Post', { client_secret: '' });
    const answers = await callTimes(31, () => api.call('POST', '/connect/connections', { token, json }));
    expect(answers.map(({ status }) => status).slice(-2)).toEqual([400, 429]);
  });

  it('may make 300 requests a minute in all', async () => {
    const token = await api.startSession();
    const answers = await callTimes(301, () => api.call('GET', '/connect/session', { token }));
    expect(answers.map(({ status }) => status).slice(-2)).toEqual([200, 429]);
  });
});

describe('An address', () => {
  it('may try 300 tickets a minute', async () => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const spend = () => api.call('POST', '/oauth/start', { json: { ticket: 'x'.repeat(43), popup: true }, headers });
    expect((await callTimes(301, spend)).map(({ status }) => status).slice(-2)).toEqual([409, 429]);
  });

  it('that keeps failing to prove who calls is slowed down, and those who prove it are not', async () => {
    const answers = await callTimes(301, () => api.call('GET', '/connections', { token: 'wrong' }));
    expect(answers.map(({ status }) => status).slice(-2)).toEqual([401, 429]);
    expect((await api.call('GET', '/connections', { token: api.secretKey })).status).toBe(200);
    expect(await api.startSession()).toMatch(/^latchkey_/);
  });
});
