import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import { readDatabaseState } from './read-database-state.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-state-'));
  path = join(folder, 'latchkey.db');
});

afterEach(() => rm(folder, { recursive: true }));

async function migrate(): Promise<void> {
  const store = openStore({ database: path });
  await store.migrate();
  await store.close();
}

function run(statement: string): void {
  const database = new DatabaseSync(path);
  database.exec(statement);
  database.close();
}

test('a database that is not there is empty, and is not made by looking', async () => {
  expect(await readDatabaseState(`file:${path}`)).toBe('empty');
  expect(existsSync(path)).toBe(false);
});

test('a database with the host application’s own tables alone is empty', async () => {
  run('create table users (id integer)');
  expect(await readDatabaseState(path)).toBe('empty');
});

test('a database is current when every migration was made', async () => {
  await migrate();
  expect(await readDatabaseState(path)).toBe('current');
});

test('a database that lacks the last migration is of an older version', async () => {
  await migrate();
  run('delete from latchkey_migrations where name = (select max(name) from latchkey_migrations)');
  expect(await readDatabaseState(path)).toBe('older');
});

test('a database with a migration that is unknown here is of a newer version', async () => {
  await migrate();
  run("insert into latchkey_migrations (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')");
  expect(await readDatabaseState(path)).toBe('newer');
});

test('a database that cannot be reached is reported as such', async () => {
  await expect(readDatabaseState('postgres://nobody@127.0.0.1:1/nothing')).rejects.toMatchObject({ code: 'store_unavailable' });
});
