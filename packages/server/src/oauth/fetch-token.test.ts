import { findProvider, type Provider } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import { fetchToken } from './fetch-token.ts';
import type { OutboundRequest, Received } from './send.ts';

const provider = findProvider('pingone-cc') as Provider;
const endpoint = { issuer: 'https://auth.example/as', token: 'https://auth.example/as/token' };
const plain = { clientId: '914e4c7f-4b2a-4c1f-9d53-6f1b7a9c2e40', clientSecret: 'plain-secret' };

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): Received => ({
  status,
  headers: new Headers(headers),
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const token = reply(200, { access_token: 'abc', token_type: 'Bearer', expires_in: 3600 });
const clientRefused = reply(401, { error: 'invalid_client', error_description: 'Request denied: Invalid client credentials' });
const methodRefused = reply(401, { error: 'invalid_client', error_description: 'Request denied: Unsupported authentication method' });
const noRoles = reply(403, { error: 'access_denied', error_description: 'Request denied: Application does not have any role assignments' });
const limited = (retryAfter?: string) =>
  reply(429, { code: 'REQUEST_LIMITED' }, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
const down = reply(503, 'x');

/** Names how a request sent the secret. */
function wayOf({ headers, body = '' }: OutboundRequest): string {
  const basic = headers['authorization'];
  if (basic === undefined) return body.includes('client_secret') ? 'post' : 'none';
  return Buffer.from(basic.slice(6), 'base64').toString('utf8').includes('%') ? 'basic form' : 'basic';
}

async function run(replies: readonly Received[], client = plain, roleGrantWaitMs = 4000) {
  const clock = createTestClock();
  const startedAt = clock.now().getTime();
  const left = [...replies];
  const ways: string[] = [];
  let waits = 0;
  const outcome = await fetchToken(
    {
      clock,
      send: async (request) => {
        ways.push(wayOf(request));
        const next = left.shift();
        if (next === undefined) throw new Error('A request more than expected was sent.');
        return next;
      },
    },
    {
      provider,
      endpoint,
      client,
      grant: { type: 'client_credentials' },
      authMethods: provider.authMethods,
      roleGrantWaitMs,
      onWaiting: () => (waits += 1),
    },
  );
  expect(left).toEqual([]);
  return { outcome, ways, waits, waitedMs: clock.now().getTime() - startedAt };
}

describe('Fetching a token', () => {
  it('takes the first method that works, and remembers it', async () => {
    expect(await run([token])).toMatchObject({ ways: ['post'], outcome: { authMethod: 'CLIENT_SECRET_POST' } });
    expect(await run([methodRefused, token])).toMatchObject({ ways: ['post', 'basic'], outcome: { authMethod: 'CLIENT_SECRET_BASIC' } });
    expect(await run([clientRefused, token])).toMatchObject({ ways: ['post', 'basic'], outcome: { authMethod: 'CLIENT_SECRET_BASIC' } });
  });

  it('asks with both methods before it says who was refused, and never more often', async () => {
    expect(await run([clientRefused, methodRefused])).toMatchObject({ ways: ['post', 'basic'], outcome: { answers: [{}, {}] } });
    expect(await run([methodRefused, clientRefused])).toMatchObject({ outcome: { answers: [{}, {}] } });
  });

  it('tries Basic raw too when the secret has characters that encoding changes', async () => {
    const odd = { ...plain, clientSecret: 'a+b/c=' };
    expect(await run([methodRefused, clientRefused, token], odd)).toMatchObject({ ways: ['post', 'basic form', 'basic'] });
  });

  it('does not, when the method itself was refused', async () => {
    const odd = { ...plain, clientSecret: 'a+b/c=' };
    expect(await run([clientRefused, methodRefused], odd)).toMatchObject({ ways: ['post', 'basic form'] });
  });

  it('lets an answer that ends the attempt speak for itself', async () => {
    const { outcome } = await run([methodRefused, { transport: 'timeout' }]);
    expect(outcome).toMatchObject({ answers: [{ step: 'token', transport: 'timeout' }] });
    expect(outcome).toHaveProperty('answers.length', 1);
  });

  it('asks again each second while there is no role, until the time is over', async () => {
    expect(await run([noRoles, noRoles, token])).toMatchObject({ waits: 2, waitedMs: 2000, outcome: { authMethod: 'CLIENT_SECRET_POST' } });
    const { outcome, waitedMs } = await run([noRoles, noRoles, noRoles, noRoles, noRoles]);
    expect(waitedMs).toBe(4000);
    expect(outcome).toMatchObject({ answers: [{ error: 'access_denied' }] });
    expect(await run([noRoles], plain, 0)).toMatchObject({ waits: 0, waitedMs: 0 });
  });

  it.each([
    ['a rate limit of 3 seconds', limited('3'), 3000],
    ['a rate limit without a time', limited(), 500],
    ['an outage', down, 500],
    ['a cut connection', { transport: 'unreachable' } as const, 500],
  ])('waits once for %s', async (_what, trouble, waitedMs) => {
    expect(await run([trouble, token])).toMatchObject({ waits: 1, waitedMs, outcome: { authMethod: 'CLIENT_SECRET_POST' } });
    expect((await run([trouble, trouble])).outcome).toHaveProperty('answers.length', 1);
  });

  it('does not wait for longer than a person would, nor for a timeout', async () => {
    expect(await run([limited('6')])).toMatchObject({ waits: 0, outcome: { answers: [{ retryAfterSeconds: 6 }] } });
    expect(await run([{ transport: 'timeout' }])).toMatchObject({ waits: 0 });
  });
});
