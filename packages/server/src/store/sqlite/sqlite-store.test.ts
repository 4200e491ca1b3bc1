import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { describeProcesses } from '../../testing/describe-processes.ts';
import { makeConnection, makeConnectSession } from '../../testing/make-connection.ts';
import { makeOperation, writeOperations } from '../../testing/make-operation.ts';
import { openStore } from '../open-store.ts';
import { createSqlStore } from '../sql-store.ts';
import type { Store } from '../store.ts';
import { createSqliteDriver } from './sqlite-driver.ts';
import { createSqliteEngine } from './sqlite-engine.ts';

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function makePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-sqlite-'));
  cleanUps.push(() => rm(folder, { recursive: true }));
  return join(folder, 'data', 'latchkey.db');
}

async function openMigrated(database: string): Promise<Store> {
  const store = openStore({ database });
  cleanUps.push(() => store.close());
  await store.migrate();
  return store;
}

function openRaw(path: string): DatabaseSync {
  const raw = new DatabaseSync(path);
  cleanUps.push(() => raw.close());
  return raw;
}

/** Opens a store through a connection that the test has prepared. */
function openPrepared(open: () => DatabaseSync, lockTimeoutMs = 5_000): Store {
  const store = createSqlStore(createSqliteEngine({ open, lockTimeoutMs }), { now: () => new Date() });
  cleanUps.push(() => store.close());
  return store;
}

describeProcesses('one SQLite file', async (run) => run(await makePath()));

test('The folder and the file are made, and nobody else can read them or the files beside them.', async () => {
  const path = await makePath();
  await (await openMigrated(`file:${path}`)).check();
  const modes = await Promise.all([dirname(path), path, `${path}-wal`, `${path}-shm`].map(async (name) => (await stat(name)).mode & 0o777));
  expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
});

test('The mode of a file that is there already is left to its owner.', async () => {
  const path = await makePath();
  await (await openMigrated(path)).close();
  await chmod(path, 0o640);
  await openMigrated(path);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test('A database in memory leaves no file, and each is its own.', async () => {
  const [one, other] = [await openMigrated(':memory:'), await openMigrated(':memory:')];
  const { connectionId } = makeConnection();
  await one.insertConnection(makeConnection({ connectionId }));
  expect(await other.findConnection('pingone-cc', connectionId)).toBeUndefined();
  await expect(stat(':memory:')).rejects.toThrow(/ENOENT/);
});

test('A path that cannot be opened is refused with the reason and without the path.', async () => {
  const path = await makePath();
  await (await openMigrated(path)).close();
  const inFile = join(path, 'below.db');
  for (const [database, reason] of [
    [dirname(path), 'EISDIR'],
    [inFile, /EEXIST|ENOTDIR/],
  ] as const) {
    const store = openStore({ database });
    await expect(store.migrate()).rejects.toMatchObject({ code: 'store_unavailable', message: expect.stringMatching(reason) });
    await expect(store.migrate()).rejects.not.toMatchObject({ message: expect.stringContaining(dirname(path)) });
  }
});

test('A file that is no database is refused and left as it is.', async () => {
  const path = join(dirname(dirname(await makePath())), 'notes.txt');
  const text = 'These are my notes, and no database. '.repeat(100);
  await writeFile(path, text);
  const store = openStore({ database: path });
  await expect(store.migrate()).rejects.toMatchObject({
    code: 'store_unavailable',
    message: expect.stringContaining('no SQLite database'),
  });
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('A read-only database can be read; the check and every write say what is wrong.', async () => {
  const path = await makePath();
  const stored = await (await openMigrated(path)).insertConnection(makeConnection());
  const store = openPrepared(() => new DatabaseSync(path, { readOnly: true }));
  const refusal = { code: 'store_unavailable', message: expect.stringContaining('read-only') };
  expect(await store.findConnection('pingone-cc', stored!.connectionId)).toStrictEqual(stored);
  await expect(store.check()).rejects.toMatchObject(refusal);
  await expect(store.insertConnectSession(makeConnectSession())).rejects.toMatchObject(refusal);
  await expect(store.insertConnection(makeConnection())).rejects.toMatchObject(refusal);
  await expect(store.updateConnection(stored!.rowId, stored!.version, {}, new Date())).rejects.toMatchObject(refusal);
  await expect(store.deleteConnection('pingone-cc', stored!.connectionId)).rejects.toMatchObject(refusal);
});

test('A full database refuses what does not fit, stores no half of it, and works again when there is room.', async () => {
  const path = await makePath();
  await (await openMigrated(path)).close();
  const raw = new DatabaseSync(path);
  const store = openPrepared(() => raw);
  const first = await store.insertConnection(makeConnection());
  raw.exec('pragma max_page_count = 30');

  const large = { sealedTokenSet: 'x'.repeat(1_000_000) };
  const refused = makeConnection(large);
  await expect(store.insertConnection(refused)).rejects.toMatchObject({ code: 'store_full' });
  await expect(store.updateConnection(first!.rowId, first!.version, large, new Date())).rejects.toMatchObject({ code: 'store_full' });
  expect((await store.listConnections({}, { limit: 10 })).connections).toStrictEqual([first]);

  raw.exec('pragma max_page_count = 10000');
  expect(await store.insertConnection(refused)).toMatchObject(refused);
});

test('A store waits for another writer without keeping its process from anything else.', async () => {
  const path = await makePath();
  const store = await openMigrated(path);
  const other = openRaw(path);
  other.exec('begin immediate');
  const inserted = store.insertConnection(makeConnection());
  // Only a free event loop gets to the end of the other writer's transaction, which is in this process.
  setImmediate(() => other.exec('commit'));
  expect(await inserted).toBeDefined();
});

test('The request log waits for another writer in a thread of its own, while the store goes on, and says when that takes too long.', async () => {
  const path = await makePath();
  const stored = await (await openMigrated(path)).insertConnection(makeConnection());
  const open = (lockTimeoutMs: number): Store => {
    const options = { open: () => new DatabaseSync(path), lockTimeoutMs: 5_000 };
    const store = createSqlStore(createSqliteEngine(options, { path, lockTimeoutMs }), { now: () => new Date() });
    cleanUps.push(() => store.close());
    return store;
  };
  const [patient, hasty] = [open(10_000), open(1)];
  const other = openRaw(path);
  other.exec('begin immediate');
  const operation = makeOperation();
  const saved = patient.saveOperations(writeOperations([operation]));
  await expect(hasty.saveOperations(writeOperations([operation]))).rejects.toMatchObject({
    code: 'store_unavailable',
    message: expect.stringContaining('locked'),
  });
  expect(await patient.findConnection('pingone-cc', stored!.connectionId)).toBeDefined();
  other.exec('commit');
  await saved;
  await hasty.saveOperations(writeOperations([operation]));
  expect((await hasty.listOperations({}, { limit: 10 })).operations).toHaveLength(1);
});

test('A lock that is held too long is reported, and the store works when it is free.', async () => {
  const path = await makePath();
  await openMigrated(path);
  const store = openPrepared(() => new DatabaseSync(path), 30);
  const other = openRaw(path);
  other.exec('begin immediate');
  const connection = makeConnection();
  await expect(store.insertConnection(connection)).rejects.toMatchObject({
    code: 'store_unavailable',
    message: expect.stringContaining('locked'),
  });
  expect(await store.findConnection('pingone-cc', connection.connectionId)).toBeUndefined();
  other.exec('rollback');
  expect(await store.insertConnection(connection)).toBeDefined();
});

test('A file that cannot be opened just now is opened later.', async () => {
  const path = await makePath();
  await openMigrated(path);
  let tries = 0;
  const store = openPrepared(() => {
    tries += 1;
    if (tries === 1) throw new Error('no more files');
    return new DatabaseSync(path);
  });
  await expect(store.check()).rejects.toThrow('no more files');
  await expect(store.check()).resolves.toBeUndefined();
});

test('A migration waits for another writer longer than all else does.', async () => {
  const path = await makePath();
  await openMigrated(path);
  const options = { open: () => new DatabaseSync(path), lockTimeoutMs: 30 };
  const store = createSqlStore(createSqliteEngine(options, { path, lockTimeoutMs: 30 }), { now: () => new Date() });
  cleanUps.push(() => store.close());
  const other = openRaw(path);
  other.exec('begin immediate');
  const migrating = store.migrate();
  migrating.catch(() => undefined);
  for (const _again of [1, 2]) await expect(store.check()).rejects.toMatchObject({ message: expect.stringContaining('locked') });
  other.exec('rollback');
  await expect(migrating).resolves.toBeUndefined();
});

test('What a removed connection held is no longer in the file.', async () => {
  const path = await makePath();
  const store = await openMigrated(path);
  const stored = await store.insertConnection(makeConnection({ sealedCredential: 'canary-71e0'.repeat(1_000) }));
  await store.deleteConnection('pingone-cc', stored!.connectionId);
  await store.close();
  expect(await readFile(path, 'latin1')).not.toContain('canary-71e0');
});

test('A database of a newer version is refused and says so.', async () => {
  const path = await makePath();
  const store = await openMigrated(path);
  openRaw(path).exec(`insert into latchkey_migrations values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`);
  await expect(store.migrate()).rejects.toMatchObject({
    code: 'store_unavailable',
    message: expect.stringMatching(/newer version.*"9999-from-the-future"/),
  });
});

test('A migration that fails leaves nothing behind, and can be tried again.', async () => {
  const raw = new DatabaseSync(':memory:');
  raw.exec('create table latchkey_write_check (something integer)');
  const store = openPrepared(() => raw);
  await expect(store.migrate()).rejects.toThrow(/already exists/);
  const tables = raw.prepare(`select name from sqlite_master where name like 'latchkey_connect%'`).all();
  expect(tables).toEqual([]);
  raw.exec('drop table latchkey_write_check');
  await store.migrate();
  await expect(store.check()).resolves.toBeUndefined();
});

test('What is written at the same time is committed together; what fails among it fails alone.', async () => {
  const path = await makePath();
  await (await openMigrated(path)).close();
  const raw = new DatabaseSync(path);
  const store = openPrepared(() => raw);
  await store.check();
  const size = async (): Promise<number> => (await stat(`${path}-wal`)).size;
  const sessions = Array.from({ length: 20 }, () => makeConnectSession());
  const before = await size();
  const outcomes = await Promise.allSettled([...sessions, sessions[0]!].map((session) => store.insertConnectSession(session)));
  const together = (await size()) - before;
  expect(outcomes.map(({ status }) => status)).toEqual([...sessions.map(() => 'fulfilled'), 'rejected']);
  // Another connection sees them, so they are committed.
  const rows = openRaw(path).prepare('select session_id from latchkey_connect_sessions').all();
  expect(rows).toHaveLength(20);

  const inTurn = await size();
  for (let count = 0; count < 20; count += 1) await store.insertConnectSession(makeConnectSession());
  // Each commit writes whole pages.
  expect((await size()) - inTurn).toBeGreaterThan(4 * together);
});

test('A transaction is not mixed with what others write and read meanwhile.', async () => {
  const driver = createSqliteDriver({ open: () => new DatabaseSync(':memory:'), lockTimeoutMs: 100 });
  await driver.init();
  cleanUps.push(() => driver.destroy());
  const [one, other] = [await driver.acquireConnection(), await driver.acquireConnection()];
  const raw = (sql: string) => CompiledQuery.raw(sql);
  await one.executeQuery(raw('create table numbers (number integer)'));
  await driver.beginTransaction(one, {});
  const insert: CompiledQuery = { ...raw('insert into numbers values (1)'), query: { kind: 'InsertQueryNode' } };
  await one.executeQuery(insert);
  const theirs = [other.executeQuery(insert), other.executeQuery(raw('select * from numbers'))] as const;
  await one.executeQuery(insert);
  await driver.rollbackTransaction(one);
  await driver.releaseConnection(one);
  await theirs[0];
  expect((await theirs[1]).rows.length).toBeLessThanOrEqual(1);
  expect((await one.executeQuery(raw('select * from numbers'))).rows).toHaveLength(1);
});
