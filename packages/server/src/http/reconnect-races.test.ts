import type { SandboxEnvironment } from '@latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionChange, Store, StoredConnection } from '../store/store.ts';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let store: Store;
/** What happens just before the next change of a connection is stored. */
let beforeUpdate: (() => Promise<unknown>) | undefined;
let acme: SandboxEnvironment;
let connectionId: string;

beforeAll(async () => {
  api = await startApi({
    wrapStore: (real) => {
      store = real;
      return {
        ...real,
        updateConnection: async (...change) => {
          const act = beforeUpdate;
          beforeUpdate = undefined;
          await act?.();
          return real.updateConnection(...change);
        },
      };
    },
  });
  [acme] = api.sandbox.environments as [SandboxEnvironment];
});
beforeEach(async () => {
  const token = await api.startSession();
  const answer = await api.call('POST', '/connect/connections', { token, json: connectBody(acme) });
  connectionId = answer.body.data.connection_id;
});
afterEach(() => {
  beforeUpdate = undefined;
});
afterAll(() => api.close());

async function stored(): Promise<StoredConnection> {
  const connection = await store.findConnection('pingone-cc', connectionId);
  if (connection === undefined) throw new Error('The connection is not there.');
  return connection;
}

async function change(values: ConnectionChange): Promise<void> {
  const { rowId, version } = await stored();
  await store.updateConnection(rowId, version, values, api.clock.now());
}

async function startToken(): Promise<string> {
  const body = { connection_id: connectionId, integration_id: 'pingone-cc' };
  return (await api.connect.createReconnectSession(body)).data.token;
}

function reconnect(token: string): Promise<TestAnswer> {
  const credentials = { client_secret: acme.workers[0]?.clientSecret };
  const json = { integration_id: 'pingone-cc', connection_config: {}, credentials };
  return api.call('POST', '/connect/connections', { token, json });
}

describe('Reconnecting while something else happens', () => {
  it('twice at once changes one connection', async () => {
    const token = await startToken();
    const answers = await Promise.all([1, 2, 3].map(() => reconnect(token)));
    expect(answers.map(({ status, body }) => [status, body.data?.connection_id])).toEqual([1, 2, 3].map(() => [201, connectionId]));
  });

  it('loses nothing that is changed meanwhile', async () => {
    beforeUpdate = () => change({ metadata: { note: 'kept' }, tags: { changed: 'meanwhile' } });
    expect((await reconnect(await startToken())).status).toBe(201);
    expect(await stored()).toMatchObject({ metadata: { note: 'kept' }, tags: { changed: 'meanwhile' }, status: 'active' });
  });

  it('does not bring back what is disconnected meanwhile', async () => {
    const token = await startToken();
    beforeUpdate = () => store.deleteConnection('pingone-cc', connectionId);
    const answer = await reconnect(token);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'unknown_connection']);
    expect(await store.findConnection('pingone-cc', connectionId)).toBeUndefined();
    expect((await reconnect(token)).body.error.code).toBe('unknown_connection');
  });

  it('does not touch a connection to something else that has got the id meanwhile', async () => {
    const { rowId: _rowId, version: _version, ...first } = await stored();
    const token = await startToken();
    beforeUpdate = async () => {
      await store.deleteConnection('pingone-cc', connectionId);
      await store.insertConnection({ ...first, identity: `environmentId=another`, sessionId: undefined });
    };
    const answer = await reconnect(token);
    expect([answer.status, answer.body.error?.code]).toEqual([422, 'identity_mismatch']);
    expect((await stored()).reconnectSessionId).toBeUndefined();
  });

  it('does not enable what was disabled meanwhile', async () => {
    const token = await startToken();
    beforeUpdate = () => change({ status: 'disabled' });
    const answer = await reconnect(token);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'connection_disabled']);
    expect((await stored()).status).toBe('disabled');
  });
});
