import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { connectBody, startApi, type TestApi, type TestApiOptions } from '../testing/start-api.ts';
import { generateEncryptionKey, parseEncryptionKeys } from '../vault/encryption-key.ts';

const [newKey, oldKey] = [generateEncryptionKey(), generateEncryptionKey()];
const idOf = (key: string): string => parseEncryptionKeys([key]).current.keyId;

let folder: string;
const opened: TestApi[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-encryption-'));
});
afterEach(async () => {
  for (const api of opened.splice(0)) await api.close();
  rmSync(folder, { recursive: true });
});

async function open(encryptionKeys: readonly string[], more: Partial<TestApiOptions> = {}): Promise<TestApi> {
  const api = await startApi({ ...more, options: { encryptionKeys, database: join(folder, 'latchkey.db'), ...more.options } });
  opened.push(api);
  return api;
}

async function close(api: TestApi): Promise<void> {
  opened.splice(opened.indexOf(api), 1);
  await api.close();
}

/** A connection, an integration's client, a webhook's secret and a session's client: five values. */
async function fill(api: TestApi): Promise<string> {
  const token = await api.startSession();
  const { body } = await api.call('POST', '/connect/connections', { token, json: connectBody(api.sandbox.environments[0]!) });
  const credentials = { type: 'OAUTH2', client_id: 'client', client_secret: 'secret' };
  const made = { provider: 'pingone', unique_key: 'sign-on', credentials };
  expect((await api.call('POST', '/integrations', { token: api.secretKey, json: made })).status).toBe(200);
  expect((await api.call('POST', '/webhooks', { token: api.secretKey, json: { url: 'https://example.com/hook' } })).status).toBe(201);
  const overrides = { connection_config: { oauth_client_id_override: 'own', oauth_client_secret_override: 'own secret' } };
  await api.startSession({ end_user: { id: 'ada' }, integrations_config_defaults: { 'sign-on': overrides } });
  return body.data.connection_id;
}

const read = async (api: TestApi) => (await api.call('GET', '/encryption', { token: api.secretKey })).body.data;

async function waitUntilDone(api: TestApi) {
  for (;;) {
    const state = await read(api);
    if (state.rotation.state === 'done') return state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('Replacing the encryption key', () => {
  it('seals everything anew, after which the old key is not needed', async () => {
    const before = await open([oldKey]);
    const connectionId = await fill(before);
    expect(await read(before)).toEqual({
      current_key_id: idOf(oldKey),
      keys: [{ key_id: idOf(oldKey), sealed_values: 5 }],
      rotation: { state: 'idle', done: 0, total: 0 },
    });
    await close(before);

    const both = await open([newKey, oldKey]);
    const started = await both.call('POST', '/encryption/rotate', { token: both.secretKey });
    expect([started.status, started.body.data.current_key_id]).toEqual([202, idOf(newKey)]);
    const done = await waitUntilDone(both);
    expect(done.keys).toEqual([
      { key_id: idOf(newKey), sealed_values: 5 },
      { key_id: idOf(oldKey), sealed_values: 0 },
    ]);
    // What is read often is sealed anew when it is read, so that may have come first.
    expect(done.rotation.done).toBe(done.rotation.total);
    await close(both);

    const after = await open([newKey]);
    const connection = await after.connect.getConnection({ integrationId: 'pingone-cc', connectionId });
    expect(connection.status).toBe('active');
    expect(await after.connect.readEncryptionState()).toMatchObject({ data: { keys: [{ key_id: idOf(newKey), sealed_values: 5 }] } });
  });

  it('leaves alone what does not open, says so by its count, and comes to an end all the same', async () => {
    const before = await open([oldKey]);
    await fill(before);
    await close(before);
    const without = await open([newKey]);
    const { data } = await without.connect.rotateEncryptionKeys();
    expect(data.rotation).toEqual({ state: 'done', done: 0, total: 5 });
    expect(data.keys).toEqual([
      { key_id: idOf(newKey), sealed_values: 0 },
      { key_id: idOf(oldKey), sealed_values: 5 },
    ]);
    expect(without.logs.filter((line) => line.startsWith('not sealed anew'))).not.toHaveLength(0);
  });

  it('goes on where a process ended that was at it, and two are never at it', async () => {
    const before = await open([oldKey]);
    await fill(before);
    await close(before);

    // A process that is killed stops writing in the middle of it.
    const killed = await open([newKey, oldKey], {
      wrapStore: (store): Store => ({ ...store, saveKeyRotation: () => Promise.resolve(false) }),
    });
    await killed.connect.rotateEncryptionKeys();
    expect((await read(killed)).rotation.state).toBe('running');

    const second = await open([newKey, oldKey], { options: { clock: killed.clock } });
    await second.connect.rotateEncryptionKeys();
    expect((await read(second)).rotation.state).toBe('running');
    killed.clock.advance(30_000);
    const { data } = await second.connect.rotateEncryptionKeys();
    expect(data.rotation.state).toBe('done');
    expect(data.keys).toContainEqual({ key_id: idOf(oldKey), sealed_values: 0 });
  });

  it('needs a key that may write keys', async () => {
    const api = await open([newKey]);
    const { key } = (await api.connect.createSecretKey({ name: 'Reader', scopes: ['settings:read'] })).data;
    expect((await api.call('GET', '/encryption', { token: key })).status).toBe(200);
    expect((await api.call('POST', '/encryption/rotate', { token: key })).body.error.code).toBe('forbidden');
  });
});
