import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSqliteThreadDriver } from './sqlite-thread-driver.ts';

let folder: string;
let driver: ReturnType<typeof createSqliteThreadDriver>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  folder = mkdtempSync(join(tmpdir(), 'latchkey-thread-'));
  driver = createSqliteThreadDriver({ path: join(folder, 'test.db'), lockTimeoutMs: 1000 });
});
afterEach(async () => {
  await driver.destroy();
  rmSync(folder, { recursive: true });
  vi.useRealTimers();
});

async function run(sql: string): Promise<readonly unknown[]> {
  const connection = await driver.acquireConnection();
  return (await connection.executeQuery(CompiledQuery.raw(sql))).rows;
}

/** A temporary table lives as long as the thread that made it. */
const makeMark = () => run('create temp table mark (id)');
const readMark = () => run('select * from mark');

it('ends its thread half a minute after the last statement, and starts another for the next one', async () => {
  await run('create table kept (id)');
  await makeMark();
  vi.advanceTimersByTime(29_000);
  expect(await readMark()).toEqual([]);
  vi.advanceTimersByTime(29_000);
  expect(await readMark()).toEqual([]);

  vi.advanceTimersByTime(30_000);
  await expect(readMark()).rejects.toThrow('no such table');
  expect(await run('select * from kept')).toEqual([]);
});

it('keeps its thread while a transaction is open', async () => {
  const connection = await driver.acquireConnection();
  await driver.beginTransaction(connection, {});
  await makeMark();
  vi.advanceTimersByTime(60_000);
  expect(await readMark()).toEqual([]);
  await driver.commitTransaction(connection);
  await driver.releaseConnection(connection);
});

it('answers whoever asks while the last thread is on its way out', async () => {
  await run('create table kept (id)');
  vi.advanceTimersByTime(30_000);
  await driver.runForEach([{ sql: 'insert into kept values (?)', rows: [{ id: 1 }, { id: 2 }] }]);
  expect(await run('select count(*) as count from kept')).toEqual([{ count: 2 }]);
});
