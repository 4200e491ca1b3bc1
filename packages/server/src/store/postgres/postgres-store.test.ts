import { inspect } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeProcesses } from '../../testing/describe-processes.ts';
import { makeConnection } from '../../testing/make-connection.ts';
import { startPostgres, type TestPostgres } from '../../testing/start-postgres.ts';
import { describeStoreContract } from '../../testing/store-contract.ts';
import { openStore } from '../open-store.ts';

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

async function run(statement: string, database = 'postgres'): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf(database) });
  await client.connect();
  await client.query(statement);
  await client.end();
}

let databases = 0;

async function createDatabase(): Promise<{ name: string; url: string; remove: () => Promise<void> }> {
  databases += 1;
  const name = `test_${databases}`;
  await run(`create database ${name}`);
  return { name, url: server.urlOf(name), remove: () => run(`drop database ${name} with (force)`) };
}

/** One database for all tests of the contract: to empty it takes a tenth of the time that a new one takes. */
let shared: Promise<{ readonly name: string; readonly url: string }> | undefined;

async function empty(database: string): Promise<void> {
  await run(
    `do $$ begin execute (
      select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity'
      from pg_tables where schemaname = 'public' and tablename not like 'latchkey\\_migrations%'
    ); end $$`,
    database,
  );
}

describeStoreContract('PostgreSQL', async () => {
  const { name, url } = await (shared ??= createDatabase());
  return { stores: [openStore({ database: url }), openStore({ database: url })], remove: () => empty(name) };
});

describeProcesses('one PostgreSQL database', async (use) => {
  const { url, remove } = await createDatabase();
  await use(url);
  await remove();
});

describe('PostgreSQL in trouble', () => {
  test('A database that is not there is named as the reason.', async () => {
    const store = openStore({ database: server.urlOf('nowhere') });
    await expect(store.migrate()).rejects.toMatchObject({ code: 'store_unavailable', message: expect.stringContaining('no database') });
    await store.close();
  });

  test('A server that is not there is named as the reason, without the password.', async () => {
    const store = openStore({ database: 'postgres://user:canary-90aa@127.0.0.1:1/latchkey' });
    const error: unknown = await store.migrate().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'store_unavailable', message: expect.stringContaining('cannot be reached') });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary-90aa');
    await store.close();
  });

  test('A server that takes no writes says so, and still answers what is read.', async () => {
    const { name, url, remove } = await createDatabase();
    const first = openStore({ database: url });
    await first.migrate();
    const stored = await first.insertConnection(makeConnection());
    await first.close();
    await run(`alter database ${name} set default_transaction_read_only = on`);
    const store = openStore({ database: url });
    expect(await store.findConnection('pingone-cc', stored!.connectionId)).toStrictEqual(stored);
    const refusal = { code: 'store_unavailable', message: expect.stringContaining('takes no writes') };
    await expect(store.check()).rejects.toMatchObject(refusal);
    await expect(store.insertConnection(makeConnection())).rejects.toMatchObject(refusal);
    await store.close();
    await remove();
  });

  test('A commit waits for the disk even where the database is set not to.', async () => {
    const { name, url, remove } = await createDatabase();
    const store = openStore({ database: url });
    await run(`alter database ${name} set synchronous_commit = off`);
    await store.migrate();
    await run(
      `create function see() returns trigger language plpgsql as $$ begin raise exception '%', current_setting('synchronous_commit'); end $$`,
      name,
    );
    await run(`create trigger see before insert on latchkey_connections execute function see()`, name);
    await expect(store.insertConnection(makeConnection())).rejects.toThrow(/^on$/);
    await store.close();
    await remove();
  });

  test('A server that crashes and comes back has lost nothing that was acknowledged, and the store goes on by itself.', async () => {
    const { url, remove } = await createDatabase();
    const store = openStore({ database: url });
    await store.migrate();
    const stored = await store.insertConnection(makeConnection());
    await server.crash();
    await expect(store.check()).rejects.toMatchObject({ code: 'store_unavailable' });
    await server.restart();
    await store.check();
    expect(await store.findConnection('pingone-cc', stored!.connectionId)).toStrictEqual(stored);
    await store.close();
    await remove();
  });
});
