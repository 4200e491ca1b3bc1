import type { WebhookEvent as WireEvent } from '@latchkey/protocol';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { verifyWebhook } from './verify-webhook.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const sentAt = new Date('2026-11-20T08:00:00.000Z');
const later = (seconds: number) => ({ now: () => new Date(sentAt.getTime() + seconds * 1000) });

const wire: WireEvent = {
  id: 'evt_1',
  type: 'connection.needs_reconnect',
  timestamp: '2026-11-20T07:59:58.123Z',
  data: {
    connection_id: 'c-1',
    provider_config_key: 'pingone-cc',
    provider: 'pingone-cc',
    status: 'needs_reconnect',
    end_user: { id: 'ada', display_name: 'Ada ü', email: null, tags: null, organization: { id: 'acme', display_name: null } },
    tags: { plan: 'gold' },
    environment: { id: 'e-1', name: 'Production', type: null, region: 'EU' },
    error: { code: 'client_secret_wrong', message: 'It was refused.', remedy: 'Reconnect.' },
  },
};

/** Signs with the published library, as the server does. */
function sign(payload: unknown = wire, secrets: readonly string[] = [SECRET], id = 'evt_1') {
  const body = JSON.stringify(payload);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, sentAt, body));
  const timestamp = String(sentAt.getTime() / 1000);
  return { body, headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') } };
}

describe('A webhook’s request', () => {
  it('that is genuine gives its event in clean names', async () => {
    const { body, headers } = sign();
    expect(await verifyWebhook(body, headers, SECRET, later(1))).toEqual({
      id: 'evt_1',
      type: 'connection.needs_reconnect',
      occurredAt: new Date('2026-11-20T07:59:58.123Z'),
      connection: {
        integrationId: 'pingone-cc',
        connectionId: 'c-1',
        provider: 'pingone-cc',
        status: 'needs_reconnect',
        endUser: { id: 'ada', displayName: 'Ada ü', email: undefined, tags: undefined },
        organization: { id: 'acme', displayName: undefined },
        tags: { plan: 'gold' },
        environment: { id: 'e-1', name: 'Production', type: undefined, region: 'EU' },
        error: { code: 'client_secret_wrong', message: 'It was refused.', remedy: 'Reconnect.' },
      },
    });
  });

  it('may come as bytes, with headers as fetch, Node.js or a proxy write them', async () => {
    const { body, headers } = sign();
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const given of [headers, new Headers(headers), shouted]) {
      expect(await verifyWebhook(Buffer.from(body), given, SECRET, later(1))).toMatchObject({ id: 'evt_1' });
    }
  });

  it('says so when it was parsed before, or has no body', async () => {
    const { headers } = sign();
    await expect(verifyWebhook(wire as never, headers, SECRET, later(1))).rejects.toMatchObject({
      code: 'invalid_argument',
      field: 'rawBody',
      remedy: expect.stringContaining('express.raw'),
    });
    await expect(verifyWebhook(undefined as never, headers, SECRET, later(1))).rejects.toMatchObject({ code: 'invalid_webhook' });
  });

  it('is genuine when any of several signatures is, whichever secret is known', async () => {
    const { body, headers } = sign(wire, [OTHER, SECRET]);
    const more = { ...headers, 'webhook-signature': `v2,x v1a,y v1,short ${headers['webhook-signature']}` };
    for (const secret of [SECRET, OTHER]) expect(await verifyWebhook(body, more, secret, later(1))).toMatchObject({ id: 'evt_1' });
  });

  it('is tried with ten signatures at most, so that nobody makes it dear', async () => {
    const { body, headers } = sign();
    const many = (count: number) => ({
      ...headers,
      'webhook-signature': [...Array.from({ length: count }, () => `v1,${'A'.repeat(43)}=`), headers['webhook-signature']].join(' '),
    });
    expect(await verifyWebhook(body, many(9), SECRET, later(0))).toMatchObject({ id: 'evt_1' });
    await expect(verifyWebhook(body, many(10), SECRET, later(0))).rejects.toMatchObject({ code: 'invalid_webhook' });
  });

  it('tells of an attempt that failed, and of a test', async () => {
    const attempt = { ...wire.data, connection_id: null, status: null, environment: null };
    const failed = sign({ ...wire, type: 'connection.creation_failed', data: attempt });
    const event = await verifyWebhook(failed.body, failed.headers, SECRET, later(0));
    expect(event).toMatchObject({
      type: 'connection.creation_failed',
      attempt: { endUser: { id: 'ada' }, error: { code: 'client_secret_wrong' } },
    });
    const test = sign({ ...wire, type: 'webhook.test', data: { webhook_id: 'w-1' } });
    expect(await verifyWebhook(test.body, test.headers, SECRET, later(0))).toMatchObject({ type: 'webhook.test', webhookId: 'w-1' });
  });

  it('of a newer Latchkey is told apart, not refused', async () => {
    const { body, headers } = sign({ ...wire, type: 'connection.renamed', data: { anything: true } });
    expect(await verifyWebhook(body, headers, SECRET, later(0))).toEqual({ type: 'unknown', id: 'evt_1', name: 'connection.renamed' });
  });

  it.each([
    ['whose body was changed by one space', { body: `${sign().body} ` }],
    ['that another secret signed', sign(wire, [OTHER])],
    ['with another id', { headers: { ...sign().headers, 'webhook-id': 'evt_2' } }],
    ['with another timestamp', { headers: { ...sign().headers, 'webhook-timestamp': '1763625601' } }],
    ['with a signature that is none', { headers: { ...sign().headers, 'webhook-signature': 'v1,%%%' } }],
    [
      'with a signature of another kind',
      { headers: { ...sign().headers, 'webhook-signature': sign().headers['webhook-signature'].replace('v1,', 'v1a,') } },
    ],
    ['without an id', { headers: { ...sign().headers, 'webhook-id': undefined } }],
    ['without a signature', { headers: { ...sign().headers, 'webhook-signature': '' } }],
    ['without a timestamp', { headers: { ...sign().headers, 'webhook-timestamp': undefined } }],
    ['that is signed and no event', sign({ type: 'connection.created', data: {} })],
    ['that is signed and no JSON', sign('x')],
  ])('%s is refused', async (_what, changes) => {
    const { body, headers } = { ...sign(), ...changes };
    await expect(verifyWebhook(body, headers, SECRET, later(0))).rejects.toMatchObject({
      code: 'invalid_webhook',
      remedy: expect.stringContaining('400'),
    });
  });

  it('is refused five minutes before and after it was sent, unless more is tolerated', async () => {
    const { body, headers } = sign();
    for (const seconds of [300, -300]) expect(await verifyWebhook(body, headers, SECRET, later(seconds))).toMatchObject({ id: 'evt_1' });
    for (const seconds of [301, -301]) {
      await expect(verifyWebhook(body, headers, SECRET, later(seconds))).rejects.toMatchObject({ code: 'invalid_webhook' });
    }
    expect(await verifyWebhook(body, headers, SECRET, { ...later(900), toleranceSeconds: 900 })).toMatchObject({ id: 'evt_1' });
  });

  it.each([undefined, '', 'whsec_', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_not base64 at all', 'whsec_AAAAAAAAAAAAAAAAA'])(
    'cannot be verified with the secret %s, which is not repeated',
    async (secret) => {
      const { body, headers } = sign();
      const refusal = verifyWebhook(body, headers, secret, later(0));
      await expect(refusal).rejects.toMatchObject({
        code: 'invalid_option',
        field: 'secret',
        message: expect.not.stringContaining('MfKQ'),
      });
    },
  );
});
