import { findProvider, type Provider } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import type { OutboundRequest, Received } from '../oauth/send.ts';
import { makeBareConnection } from '../testing/make-connection.ts';
import { createTestClock } from '../testing/test-clock.ts';
import type { KnownIntegration } from './deps.ts';
import { createRequestTokenSet } from './request-token-set.ts';

const definition = findProvider('pingone') as Provider;
const client = { clientId: 'integration-client', clientSecret: 'integration-secret' };
const integration: KnownIntegration = {
  integrationId: 'pingone',
  provider: 'pingone',
  displayName: 'PingOne',
  definition,
  hosts: definition.hosts,
  client,
  scopes: [],
};
const connection = { ...makeBareConnection({ provider: 'pingone' }), rowId: 1, version: 1 };
const reply = (status: number, body: unknown, headers: Record<string, string> = {}): Received => ({
  status,
  headers: new Headers(headers),
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const fresh = { access_token: 'new', token_type: 'Bearer', expires_in: 3600 };
const methodRefused = reply(401, { error: 'invalid_client', error_description: 'Request denied: Unsupported authentication method' });
const down = reply(503, '');

async function run(
  replies: readonly Received[],
  given: { values?: Record<string, string>; refreshToken?: string; known?: KnownIntegration } = {},
) {
  const { values = {}, refreshToken = 'old-refresh', known = integration } = given;
  const clock = createTestClock();
  const sent: OutboundRequest[] = [];
  const left = [...replies];
  let held = 0;
  const request = createRequestTokenSet({
    clock,
    send: async (one) => {
      sent.push(one);
      const next = left.shift();
      if (next === undefined) throw new Error('A request more than expected was sent.');
      return next;
    },
  });
  const outcome = await request({
    integration: known,
    connection,
    credential: { values },
    tokens: { accessToken: 'old', ...(refreshToken !== '' && { refreshToken }), expiresAt: clock.now(), raw: {} },
    beforeSending: async () => void (held += 1),
  });
  expect(left).toEqual([]);
  expect(held).toBe(sent.length);
  return { outcome, bodies: sent.map(({ body }) => Object.fromEntries(new URLSearchParams(body))) };
}

describe('Refreshing with a refresh token', () => {
  it('sends it with the integration’s client, and keeps the one that comes back', async () => {
    const { outcome, bodies } = await run([reply(200, { ...fresh, refresh_token: 'new-refresh' })]);
    expect(bodies).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'old-refresh', client_id: client.clientId, client_secret: client.clientSecret },
    ]);
    expect(outcome).toMatchObject({ tokens: { accessToken: 'new', refreshToken: 'new-refresh' }, authMethod: 'CLIENT_SECRET_POST' });
  });

  it('sends it with the client that the connection brought', async () => {
    const { bodies } = await run([reply(200, fresh)], { values: { client_id: 'own', client_secret: 'own-secret' } });
    expect(bodies).toMatchObject([{ client_id: 'own', client_secret: 'own-secret' }]);
  });

  it('keeps the old one when none comes back', async () => {
    expect((await run([reply(200, fresh)])).outcome).toMatchObject({ tokens: { refreshToken: 'old-refresh' } });
  });

  it('is not lost over an ID token that it did not need', async () => {
    const { outcome } = await run([reply(200, { ...fresh, refresh_token: 'next', id_token: 'no token at all' })]);
    expect(outcome).toMatchObject({ tokens: { refreshToken: 'next', raw: { token_type: 'Bearer' } } });
    expect(JSON.stringify(outcome)).not.toContain('no token at all');
  });

  it('is tried by the other method only when the first was refused', async () => {
    const { outcome, bodies } = await run([methodRefused, reply(200, fresh)]);
    expect(bodies.map(({ refresh_token: sent }) => sent)).toEqual(['old-refresh', 'old-refresh']);
    expect(outcome).toMatchObject({ authMethod: 'CLIENT_SECRET_BASIC' });
  });

  it('sends it again after it never left, or after an answer that took nothing', async () => {
    expect((await run([{ transport: 'unreachable', neverSent: true }, reply(200, fresh)])).outcome).toHaveProperty('tokens');
    expect((await run([down, reply(200, fresh)])).outcome).toHaveProperty('tokens');
  });

  it.each<[string, Received, boolean]>([
    ['no answer in time', { transport: 'timeout' }, true],
    ['a connection that broke', { transport: 'unreachable' }, true],
    ['an answer far too large', { transport: 'too_large' }, true],
    ['a gateway that gave up waiting', reply(504, ''), true],
    ['a success that cannot be read', reply(200, '<html>'), true],
    ['a success without a token', reply(200, {}), true],
    ['a redirect', reply(302, ''), true],
    ['a refusal', reply(400, { error: 'invalid_grant' }), false],
  ])('sends it once when there is %s, and says whether it may be spent', async (_name, received, mayBeSpent) => {
    const { outcome, bodies } = await run([received]);
    expect(bodies).toHaveLength(1);
    expect(outcome).toMatchObject({ mayBeSpent });
  });

  it.each<[string, readonly Received[]]>([
    [
      'no connection',
      [
        { transport: 'unreachable', neverSent: true },
        { transport: 'unreachable', neverSent: true },
      ],
    ],
    ['an outage', [down, down]],
    ['a rate limit', [reply(429, {}, { 'retry-after': '60' })]],
  ])('says after %s that it is not spent', async (_name, replies) => {
    expect((await run(replies)).outcome).toMatchObject({ mayBeSpent: false, explanation: { retryable: true } });
  });

  it('that is refused needs a reconnect', async () => {
    const { outcome } = await run([reply(400, { error: 'invalid_grant' })]);
    expect(outcome).toMatchObject({ explanation: { code: 'refresh_token_refused', retryable: false } });
  });

  it('asks nothing without one: the setting is named', async () => {
    expect((await run([], { refreshToken: '' })).outcome).toMatchObject({
      explanation: { code: 'no_refresh_token', retryable: false },
      mayBeSpent: false,
    });
  });

  it('waits for the host when the integration has lost its client: nobody has to connect again', async () => {
    const known = { ...integration, client: undefined };
    expect((await run([], { known })).outcome).toMatchObject({ explanation: { code: 'oauth_client_missing', retryable: true } });
  });
});
