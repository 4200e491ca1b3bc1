import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import type { Timer } from '../clock.ts';
import { connectError } from '../errors.ts';
import { connectBody, startApi, type TestApi } from '../testing/start-api.ts';
import { startReceiver } from '../testing/start-receiver.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end();
});

async function start(...options: Parameters<typeof startApi>): Promise<TestApi> {
  const api = await startApi(...options);
  ended.push(() => api.close());
  return api;
}

describe('The router in a host app', () => {
  it('leaves the app its own routes when it is mounted at the root', async () => {
    const api = await start({
      path: '',
      mount: (app, connect) => {
        app.use(connect.router);
        app.use((request, response) => void response.status(200).json({ host: request.path }));
      },
    });
    for (const path of ['/', '/login', '/connectors', '/api/connections']) {
      const answer = await api.call('GET', path);
      expect([answer.status, answer.body]).toEqual([200, { host: path }]);
      expect(answer.headers.get('content-security-policy')).toBeNull();
      expect(answer.headers.get('x-request-id')).toBeNull();
    }
    for (const path of ['/connect', '/Connections/x/y', '/sync/status', '/records']) {
      expect((await api.call('GET', path)).body.error.code).toBe('not_found');
    }
    expect((await api.call('GET', '/health')).body).toEqual({ status: 'ok' });
  });

  it('works behind a body parser of the app’s own', async () => {
    const api = await start({
      mount: (app, connect) => {
        app.use(express.json(), express.urlencoded());
        app.use('/latchkey', connect.router);
      },
    });
    expect(await api.startSession()).toMatch(/^latchkey_connect_session_/);
    const form = await api.call('POST', '/connect/sessions', {
      token: api.secretKey,
      raw: 'end_user[id]=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([form.status, form.body.error.code]).toEqual([415, 'invalid_content_type']);
  });

  it('reads queries in its own way, whatever the app’s query parser', async () => {
    const api = await start({
      mount: (app, connect) => {
        app.set('query parser', false);
        app.use('/latchkey', connect.router);
      },
    });
    const answer = await api.call('GET', '/connections?limit=1&tags[a]=b', { token: api.secretKey });
    expect([answer.status, answer.body]).toEqual([200, { connections: [] }]);
  });
});

describe('Starting', () => {
  it('takes requests before the database is there, and lets them wait', async () => {
    let opened = (): void => undefined;
    const opening = new Promise<void>((resolve) => (opened = resolve));
    const api = await start({ wrapStore: (store) => ({ ...store, migrate: () => opening.then(() => store.migrate()) }) });
    const answer = api.call('GET', '/health');
    opened();
    expect((await answer).status).toBe(200);
    await expect(api.connect.ready).resolves.toBeUndefined();
  });

  it('answers store_unavailable when the database cannot be opened, and ends no process by an unhandled rejection', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    ended.push(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'not-a-database');
    writeFileSync(file, 'This is a text and no database. '.repeat(100));
    const api = await start({ options: { database: file } });
    for (const [method, path, token] of [
      ['GET', '/health', undefined],
      ['GET', '/connections', api.secretKey],
      ['GET', '/connect/session', `latchkey_connect_session_${'0'.repeat(64)}`],
    ] as const) {
      const answer = await api.call(method, path, { ...(token && { token }) });
      expect([answer.status, answer.body.error.code]).toEqual([503, 'store_unavailable']);
      expect(answer.text).not.toContain(folder);
    }
    await expect(api.connect.ready).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(api.connect.listConnections()).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});

describe('Starting while the database cannot be reached', () => {
  it('says why in the log, once, and in each answer, and works by itself from when it can', async () => {
    let isThere = false;
    const receiver = await startReceiver();
    ended.push(() => receiver.close());
    const api = await start({
      options: { webhookTargets: 'any' },
      wrapStore: (store) => ({
        ...store,
        migrate: async () => {
          if (!isThere)
            throw connectError('store_unavailable', { message: 'The PostgreSQL server cannot be reached.', cause: new Error('canary') });
          await store.migrate();
        },
      }),
    });
    await expect(api.connect.ready).rejects.toMatchObject({ code: 'store_unavailable' });
    for (const path of ['/health', '/connections']) {
      const answer = await api.call('GET', path, { token: api.secretKey });
      expect([answer.status, answer.body.error]).toMatchObject([
        503,
        { code: 'store_unavailable', message: 'The PostgreSQL server cannot be reached.', retryable: true },
      ]);
    }
    const lines = api.logs.filter((line) => !line.startsWith('request'));
    expect(lines).toEqual([
      expect.stringMatching(/^database not opened .*"code":"store_unavailable".*cannot be reached.*"remedy":"Nothing was stored/),
    ]);
    expect(api.logs.join()).not.toContain('canary');

    isThere = true;
    api.clock.advance(1000);
    expect((await api.call('GET', '/health')).status).toBe(200);
    await expect(api.connect.ready).rejects.toMatchObject({ code: 'store_unavailable' });

    // What begins when the database is there has begun: the request log is written, and events are delivered.
    await api.connect.createWebhook({ url: receiver.url, events: ['connection.created'] });
    const [environment] = api.sandbox.environments;
    await api.call('POST', '/connect/connections', { token: await api.startSession(), json: connectBody(environment!) });
    expect(await receiver.received(1)).toHaveLength(1);
    await expect.poll(async () => (await api.connect.listOperations({ type: ['connect'] })).data.length, { timeout: 5000 }).toBe(1);
  });

  it('says of a database of a newer version that it stays refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    ended.push(() => rmSync(folder, { recursive: true }));
    const database = join(folder, 'latchkey.db');
    await (await start({ options: { database } })).connect.close();
    const raw = new DatabaseSync(database);
    raw.exec(`insert into latchkey_migrations values ('9999_later', '2030-01-01T00:00:00.000Z')`);
    raw.close();
    const api = await start({ options: { database } });
    const answer = await api.call('GET', '/health');
    expect([answer.status, answer.body.error]).toMatchObject([
      503,
      {
        code: 'store_unavailable',
        message: expect.stringContaining('"9999_later"'),
        remedy: expect.stringContaining('restart'),
        retryable: false,
      },
    ]);
    expect(api.logs).toContainEqual(expect.stringMatching(/^database not opened .*9999_later/));
  });
});

describe('Functions in the same process', () => {
  it('check what they are given, and take and give what the wire does', async () => {
    const { connect } = await start();
    await expect(connect.createConnectSession({})).rejects.toMatchObject({ code: 'invalid_body', status: 400 });
    const { data } = await connect.createConnectSession({ end_user: { id: 'ada' } });
    expect(data.token).toMatch(/^latchkey_connect_session_/);
    await expect(connect.listConnections({ limit: 5000 })).rejects.toMatchObject({ code: 'invalid_query_params' });
    await expect(connect.getConnection({ integrationId: 'pingone-cc', connectionId: 'x' })).rejects.toMatchObject({
      code: 'unknown_connection',
    });
    await expect(connect.deleteConnection({ integrationId: 'nope', connectionId: 'x' })).rejects.toMatchObject({
      code: 'unknown_provider_config',
    });
    await expect(connect.checkHealth()).resolves.toEqual({ status: 'ok' });
  });
});

describe('Connections that nobody uses', () => {
  const startTimed = async (refreshIdleConnections: boolean) => {
    const pending = new Set<() => void>();
    const timer: Timer = (_ms, callBack) => {
      pending.add(callBack);
      return () => void pending.delete(callBack);
    };
    const api = await start({ options: { refreshIdleConnections }, timer });
    return { api, pending };
  };

  it('are refreshed in the background by a server that runs, and not by one that was closed', async () => {
    const { api, pending } = await startTimed(true);
    const [environment] = api.sandbox.environments;
    const body = connectBody(environment!);
    await api.call('POST', '/connect/connections', { token: await api.startSession(), json: body });
    api.clock.advance(26 * 3_600_000);
    const before = api.sandbox.requests.length;
    const [sweep] = pending;
    pending.clear();
    sweep?.();
    await expect.poll(() => pending.size).toBe(1);
    expect(api.sandbox.requests.slice(before).map(({ step }) => step)).toEqual(['token']);
    const { connections } = await api.connect.listConnections();
    expect(connections).toMatchObject([{ status: 'active' }]);
    await api.connect.close();
    expect(pending.size).toBe(0);
  });

  it('are left alone when the option says so', async () => {
    const { pending } = await startTimed(false);
    expect(pending.size).toBe(0);
  });
});

describe('Closing', () => {
  it('lets requests that run come to their end, and no other one in', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = (): void => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const api = await start({
      wrapStore: (store) => ({
        ...store,
        listConnections: async (...query) => {
          entered();
          await held;
          return store.listConnections(...query);
        },
      }),
    });
    const running = api.call('GET', '/connections', { token: api.secretKey });
    await inside;
    const closing = api.connect.close();
    const late = await api.call('GET', '/connections', { token: api.secretKey });
    expect([late.status, late.body.error.code]).toEqual([503, 'store_unavailable']);
    release();
    expect((await running).status).toBe(200);
    await closing;
  });
});
