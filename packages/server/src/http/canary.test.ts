import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperationList } from '@latchkey/protocol';
import { scenarios } from '@latchkey/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
const encryptionKey = generateEncryptionKey();
let api: TestApi;
/** Everything that must not be found where it does not belong. */
const secrets = new Set([encryptionKey]);
const tokens = new Set<string>();

beforeAll(async () => {
  api = await startApi({
    options: { requestTimeoutMs: 200, database: join(folder, 'latchkey.db'), encryptionKeys: [encryptionKey] },
  });
  secrets.add(api.secretKey);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

/** A secret in every form in which it could slip out. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('latin1'),
  ];
}

function findLeaks(text: string, sought: Iterable<string>): string[] {
  return [...sought].flatMap(formsOf).filter((form) => text.includes(form));
}

describe('What an end user and a host keep secret', () => {
  it(
    'is used in connecting, failing in every way, listing, refreshing, checking, reconnecting and disconnecting',
    { timeout: 60_000 },
    async () => {
      const [environment] = api.sandbox.environments;
      const canary = 'canary-~.secret_"with\\odd characters äß%2B+&=';
      secrets.add(canary);
      secrets.add('canary-~.secret_');
      for (const { clientSecret } of environment!.workers) secrets.add(clientSecret);

      const attempt = async (json: unknown, accept: string) => {
        const token = await api.startSession();
        tokens.add(token);
        return api.call('POST', '/connect/connections', { token, json, headers: { accept } });
      };
      for (const accept of ['application/json', 'application/x-ndjson']) {
        for (const { id, steps, effects } of scenarios.filter((scenario) => scenario.steps.length > 0)) {
          for (const variant of Object.keys(effects)) {
            api.clock.advance(10 * 60_000);
            api.sandbox.setScenario(id, { variant, ...(steps.includes('token') && { step: 'token' }) });
            await attempt(connectBody(environment!), accept);
            await attempt(connectBody(environment!, 'Worker with Basic', { client_secret: canary }), accept);
            api.sandbox.clearScenario();
          }
        }
        for (const { name } of environment!.workers) await attempt(connectBody(environment!, name), accept);
        // Mistakes that put the secret where another value belongs.
        await attempt(connectBody(environment!, 'Worker with Post', { environmentId: canary, tld: canary, client_id: canary }), accept);
        await attempt({ ...connectBody(environment!), integration_id: canary }, accept);
        await attempt(canary, accept);
      }
      await api.call('POST', '/connect/connections', { token: canary.replaceAll(/[^\w]/g, ''), json: {} });
      await api.call('POST', '/connect/connections', {
        token: await api.startSession(),
        raw: `{"credentials":"${canary}`,
        headers: { 'content-type': 'application/json' },
      });
      const client = { type: 'OAUTH2', client_id: 'client-1', client_secret: canary };
      const made = { provider: 'pingone', unique_key: 'sign-on', credentials: client };
      expect((await api.call('POST', '/integrations', { token: api.secretKey, json: made })).status).toBe(200);
      await api.call('PATCH', '/integrations/sign-on', { token: api.secretKey, json: { unique_key: 'sign-in', credentials: client } });
      await api.call('POST', '/integrations', { token: api.secretKey, json: { ...made, provider: 'pingone-cc' } });
      const { key: madeKey } = (await api.connect.createSecretKey({ name: 'Canary', scopes: ['connections:read'] })).data;
      secrets.add(madeKey);
      expect((await api.call('GET', '/connections?limit=1', { token: madeKey })).status).toBe(200);
      await api.call('GET', '/keys', { token: api.secretKey });
      const { connections } = await api.connect.listConnections({ limit: 5 });
      expect(connections).toHaveLength(5);
      for (const { connection_id: connectionId } of connections) {
        await api.call('GET', `/connections/${connectionId}?provider_config_key=pingone-cc&force_refresh=true`, { token: api.secretKey });
      }
      const key = { connection_id: connections[1]!.connection_id, integration_id: 'pingone-cc' };
      await api.call('POST', `/connections/${key.connection_id}/check?provider_config_key=pingone-cc`, { token: api.secretKey });
      const { data } = (await api.call('POST', '/connect/sessions/reconnect', { token: api.secretKey, json: key })).body;
      tokens.add(data.token);
      expect((await api.call('GET', '/connect/session', { token: data.token })).body.data.reconnect).toMatchObject(key);
      for (const client_secret of [canary, environment!.workers[0]!.clientSecret]) {
        const json = { integration_id: 'pingone-cc', connection_config: {}, credentials: { client_secret } };
        await api.call('POST', '/connect/connections', { token: data.token, json });
      }
      await api.call('DELETE', `/connections/${connections[0]!.connection_id}?provider_config_key=pingone-cc`, { token: api.secretKey });
      // In a call of the provider's API, and in ids.
      const plain = 'canary-~.secret_';
      const ids = { 'provider-config-key': 'pingone-cc', 'connection-id': key.connection_id };
      for (const headers of [ids, { ...ids, 'connection-id': plain }, { ...ids, 'provider-config-key': plain }]) {
        const target = `/proxy/v1/environments?token=${encodeURIComponent(canary)}&limit=${plain}`;
        const secret = { 'nango-proxy-x-secret': plain, 'nango-proxy-accept': plain, cookie: plain, 'user-agent': plain };
        await api.call('POST', target, { token: api.secretKey, json: { canary }, headers: { ...headers, ...secret } });
      }
      const logged = async (query = ''): Promise<OperationList> =>
        (await api.call('GET', `/logs/operations${query}`, { token: api.secretKey })).body;
      await expect.poll(async () => (await logged('?type=proxy')).data.length).toBe(3);
      const { data: operations } = await logged('?limit=200');
      for (const { id } of operations.slice(0, 60)) await api.call('GET', `/logs/operations/${id}`, { token: api.secretKey });
      expect(operations.length).toBeGreaterThan(100);
      expect(api.answers.length).toBeGreaterThan(100);
    },
  );

  it('stands in no answer', () => {
    expect(findLeaks(api.answers.join('\n'), secrets)).toEqual([]);
  });

  it('stands in no log, nor does any token', () => {
    expect(api.logs.length).toBeGreaterThan(100);
    const logs = api.logs.join('\n');
    expect(findLeaks(logs, [...secrets, ...tokens])).toEqual([]);
    expect(logs).not.toContain('eyJ');
    expect(logs).not.toMatch(/latchkey_(?:sk|ek|connect_session)_/);
  });

  it('stands nowhere in the database’s files, nor does any token', async () => {
    const { connections } = await api.connect.listConnections({ limit: 1 });
    const { credentials } = await api.connect.getConnection({ integrationId: 'pingone-cc', connectionId: connections[0]!.connection_id });
    assert(credentials.type === 'OAUTH2_CC');
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['latchkey.db', 'latchkey.db-wal']));
    const bytes = files.map((file) => readFileSync(join(folder, file), 'latin1')).join('');
    // The test can fail: what is stored openly is found.
    expect(bytes).toContain(connections[0]!.connection_id);
    expect(findLeaks(bytes, [...secrets, ...tokens, credentials.token, credentials.client_id])).toEqual([]);
  });
});
