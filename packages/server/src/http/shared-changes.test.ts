import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectOptions } from '../options.ts';
import type { Store } from '../store/store.ts';
import { startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';
import { REMEMBERED_MS } from '../use-cases/short-memory.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';

let folder: string;
let running: { api: TestApi; store: Store }[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map(({ api }) => api.close()));
  rmSync(folder, { recursive: true });
});

/** Starts one more server on the same database. */
async function start(encryptionKeys: readonly string[], more: Partial<ConnectOptions> = {}): Promise<{ api: TestApi; store: Store }> {
  let store: Store | undefined;
  const options = { database: join(folder, 'latchkey.db'), encryptionKeys, ...more };
  const api = await startApi({ options, wrapStore: (opened) => (store = opened) });
  const server = { api, store: store! };
  running.push(server);
  return server;
}

const outcome = ({ status, body }: TestAnswer): unknown[] => [status, body?.error?.code];
const first = generateEncryptionKey();

describe('Two servers on one database', () => {
  it('know a new key at once, and refuse one that the other revoked two seconds later', async () => {
    const [{ api: one }, { api: other }] = [await start([first]), await start([first])];
    const made = await one.call('POST', '/keys', { token: one.secretKey, json: { name: 'Shared', scopes: ['connections:read'] } });
    const { id, key } = made.body.data;
    const ask = (api: TestApi): Promise<TestAnswer> => api.call('GET', '/connections', { token: key });
    expect([outcome(await ask(one)), outcome(await ask(other))]).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    await one.call('DELETE', `/keys/${id}`, { token: one.secretKey });
    expect(outcome(await ask(one))).toEqual([401, 'unknown_account']);
    other.clock.advance(REMEMBERED_MS);
    expect(outcome(await ask(other))).toEqual([401, 'unknown_account']);
  });

  it('know a new integration at once, and what the other changed or deleted two seconds later', async () => {
    const [{ api: one }, { api: other }] = [await start([first]), await start([first])];
    await one.call('POST', '/integrations', {
      token: one.secretKey,
      json: { provider: 'pingone-cc', unique_key: 'new', display_name: 'Old name' },
    });
    const body = { end_user: { id: 'ada' }, allowed_integrations: ['new'] };
    const nameOf = async (): Promise<unknown> => {
      const session = await other.call('GET', '/connect/session', { token: await other.startSession(body) });
      return session.body.data.integrations[0].display_name;
    };
    expect(await nameOf()).toBe('Old name');
    await one.call('PATCH', '/integrations/new', { token: one.secretKey, json: { display_name: 'New name' } });
    other.clock.advance(REMEMBERED_MS);
    expect(await nameOf()).toBe('New name');
    await one.call('DELETE', '/integrations/new', { token: one.secretKey });
    other.clock.advance(REMEMBERED_MS);
    expect(outcome(await other.call('POST', '/connect/sessions', { token: other.secretKey, json: body }))).toEqual([400, 'invalid_body']);
  });
});

describe('An integration of the options', () => {
  it('stands before a stored one with its id, which is there again when the option no longer names it', async () => {
    const { api: before } = await start([first]);
    const json = { provider: 'pingone', unique_key: 'both', display_name: 'Stored' };
    await before.call('POST', '/integrations', { token: before.secretKey, json });
    const fixed = { id: 'both', provider: 'pingone-cc', displayName: 'Of the options' };
    const { api } = await start([first], { integrations: [fixed] });
    const { body } = await api.call('GET', '/integrations', { token: api.secretKey });
    expect(body.data).toMatchObject([{ unique_key: 'both', provider: 'pingone-cc', display_name: 'Of the options', created_at: null }]);
    const session = await api.call('GET', '/connect/session', { token: await api.startSession() });
    expect(session.body.data.integrations).toMatchObject([{ integration_id: 'both', provider: 'pingone-cc' }]);
    expect(outcome(await api.call('PATCH', '/integrations/both', { token: api.secretKey, json: { display_name: 'Mine' } }))).toEqual([
      409,
      'integration_is_fixed',
    ]);
    const { api: after } = await start([first], { integrations: [] });
    const left = await after.call('GET', '/integrations', { token: after.secretKey });
    expect(left.body.data).toMatchObject([{ unique_key: 'both', display_name: 'Stored' }]);
  });
});

describe('An encryption key that is replaced', () => {
  const second = generateEncryptionKey();
  const secretOf = async (api: TestApi): Promise<TestAnswer> =>
    api.call('GET', '/integrations/sign-on?include=credentials', { token: api.secretKey });

  it('reaches the OAuth clients of integrations when a server starts with the new one, so that the old one can go', async () => {
    const { api: before, store } = await start([first]);
    const credentials = { type: 'OAUTH2', client_id: 'client-1', client_secret: 'canary-secret', scopes: 'openid' };
    await before.call('POST', '/integrations', {
      token: before.secretKey,
      json: { provider: 'pingone', unique_key: 'sign-on', credentials },
    });
    const sealed = async (): Promise<unknown> => decodeProtectedHeader((await store.findIntegration('sign-on'))?.sealedClient ?? '').kid;
    const sealedWith = await sealed();

    await start([second, first]);
    await expect.poll(sealed).not.toBe(sealedWith);
    const { api: after } = await start([second]);
    expect((await secretOf(after)).body.data.credentials.client_secret).toBe('canary-secret');
    expect(after.logs.join('\n')).not.toContain('encryption_key_missing');
  });

  it('and taken away too early leaves the other integrations working, and can be put right', async () => {
    const { api: before } = await start([first]);
    const credentials = { type: 'OAUTH2', client_id: 'client-1', client_secret: 'canary-secret' };
    const token = before.secretKey;
    await before.call('POST', '/integrations', { token, json: { provider: 'pingone', unique_key: 'sign-on', credentials } });
    const { api: after } = await start([second]);
    expect(outcome(await secretOf(after))).toEqual([500, 'encryption_key_missing']);
    const session = await after.call('GET', '/connect/session', { token: await after.startSession() });
    expect(session.body.data.integrations).toMatchObject([{ integration_id: 'pingone-cc' }]);
    expect(after.logs.join('\n')).toContain('encryption_key_missing');
    await after.call('PATCH', '/integrations/sign-on', { token: after.secretKey, json: { credentials } });
    expect((await secretOf(after)).body.data.credentials.client_secret).toBe('canary-secret');
  });
});
