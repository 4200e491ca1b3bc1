import { inspect } from 'node:util';
import { Kysely, sql, type Dialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeProcesses } from '../../testing/describe-processes.ts';
import { makeConnection } from '../../testing/make-connection.ts';
import { startPostgres, type TestPostgres } from '../../testing/start-postgres.ts';
import { describeStoreContract } from '../../testing/store-contract.ts';
import { listMigrations } from '../migrations/migrations.ts';
import { openEngine, openStore } from '../open-store.ts';
import type { SqlTables } from '../sql-tables.ts';

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

async function connect(database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.urlOf(database) });
  await client.connect();
  return client;
}

async function run(statement: string, database = 'postgres'): Promise<readonly unknown[]> {
  const client = await connect(database);
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

/** Resolves when a statement of a store's waits for a lock, and has for some milliseconds. */
async function untilWaiting(database: string, lock: string, ms = 0): Promise<void> {
  const waiting = `
    select pid from pg_stat_activity where datname = '${database}' and application_name = 'latchkey' and wait_event_type = 'Lock'
      and wait_event = '${lock}' and clock_timestamp() - query_start > interval '${ms} ms'`;
  await expect.poll(() => run(waiting), { timeout: 10_000 }).toHaveLength(1);
}

let databases = 0;

async function createDatabase(): Promise<{ name: string; url: string; remove: () => Promise<void> }> {
  databases += 1;
  const name = `test_${databases}`;
  await run(`create database ${name}`);
  const remove = async (): Promise<void> => void (await run(`drop database ${name} with (force)`));
  return { name, url: server.urlOf(name), remove };
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

  test('A connection that the server ends in the middle of a statement fails that statement, and nothing else.', async () => {
    const { name, url, remove } = await createDatabase();
    const store = openStore({ database: url });
    await store.migrate();
    const stored = await store.insertConnection(makeConnection());
    const holder = await connect(name);
    await holder.query('begin; select 1 from latchkey_connections for update');
    const failing = store
      .updateConnection(stored!.rowId, stored!.version, { status: 'disabled' }, new Date())
      .catch((caught: unknown) => caught);
    await untilWaiting(name, 'transactionid');
    // What it emits where nobody listens ends the process; here it would fail the whole run.
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and wait_event = 'transactionid'`);
    expect(await failing).toMatchObject({ code: 'store_unavailable' });
    await holder.end();
    expect(await store.findConnection('pingone-cc', stored!.connectionId)).toStrictEqual(stored);
    await store.close();
    await remove();
  });

  test('New connections whose first statement fails are given back, however many there are.', async () => {
    const { name, url, remove } = await createDatabase();
    const store = openStore({ database: url });
    await store.migrate();
    await run(
      `create schema broken; alter database ${name} set search_path = broken, pg_catalog, public;
      create function broken.current_setting(text) returns text language plpgsql as $$ begin raise exception 'broken'; end $$`,
      name,
    );
    for (let round = 0; round < 12; round += 1) await expect(store.check()).rejects.toThrow('broken');
    await run('drop function broken.current_setting', name);
    await store.check();
    await store.close();
    await remove();
  });

  test('A connection that gives no answer in time is not used for anything else.', async () => {
    const { name, url, remove } = await createDatabase();
    const store = openStore({ database: `${url}?query_timeout=300` });
    await store.migrate();
    const stored = await store.insertConnection(makeConnection());
    const holder = await connect(name);
    await holder.query('begin; select 1 from latchkey_connections for update');
    for (const change of [{ status: 'disabled' }, { tags: { a: 'b' } }] as const) {
      const silent = store.updateConnection(stored!.rowId, stored!.version, change, new Date());
      await expect(silent).rejects.toMatchObject({ code: 'store_unavailable' });
      await store.check();
    }
    await holder.end();
    await store.close();
    await remove();
  });

  test('Statements and transactions have limits of time, and migrations have none.', async () => {
    const { url, remove } = await createDatabase();
    const { dialect, patientDialect } = openEngine(`${url}?statement_timeout=9000`);
    const read = async (way: Dialect): Promise<unknown> => {
      const db = new Kysely({ dialect: way });
      const limits = sql`select current_setting('statement_timeout') as one, current_setting('idle_in_transaction_session_timeout') as other`;
      const { rows } = await limits.execute(db);
      await db.destroy();
      return rows;
    };
    expect(await read(dialect)).toEqual([{ one: '9s', other: '10s' }]);
    expect(await read(patientDialect!)).toEqual([{ one: '0', other: '0' }]);
    await remove();
  });
});

describe('Migrations of PostgreSQL', () => {
  test('A process waits for another one that migrates, longer than a statement may take.', async () => {
    const { name, url, remove } = await createDatabase();
    const other = await connect(name);
    // Kysely's, for migrations.
    await other.query('select pg_advisory_lock(3853314791062309107)');
    const store = openStore({ database: `${url}?statement_timeout=200` });
    const migrating = store.migrate();
    migrating.catch(() => undefined);
    await untilWaiting(name, 'advisory', 400);
    await other.end();
    await expect(migrating).resolves.toBeUndefined();
    await store.close();
    await remove();
  });

  test('What a process of an older version stores meanwhile is found, changed and deleted like all else.', async () => {
    const { name, url, remove } = await createDatabase();
    const engine = openEngine(url);
    const db = new Kysely<SqlTables>({ dialect: engine.dialect });
    const migrations = {
      provider: { getMigrations: () => Promise.resolve(listMigrations(engine.columns)) },
      migrationTableName: 'latchkey_migrations',
      migrationLockTableName: 'latchkey_migration_lock',
    };
    expect((await new Migrator({ db, ...migrations }).migrateTo('0009-share-links')).error).toBeUndefined();
    await db.destroy();

    const older = await connect(name);
    await older.query(`begin;
      insert into latchkey_connections (version, connection_id, integration_id, provider, status, config, identity, auth_method, access, tags,
        sealed_credential, sealed_token_set, token_expires_at_ms, created_at_ms, updated_at_ms, search_connection)
      values (1, 'late', 'pingone-cc', 'pingone-cc', 'active', '{}', '[]', 'CLIENT_SECRET_POST', '[]', '{}', 'x', 'x', 0, 0, 0, 'late')`);
    const store = openStore({ database: url });
    const migrating = store.migrate();
    await untilWaiting(name, 'relation');
    await older.query('commit');
    await older.end();
    await migrating;

    const { connections } = await store.listConnections({ search: 'late' }, { limit: 10 });
    expect(connections.map(({ connectionId }) => connectionId)).toEqual(['late']);
    const [late] = connections;
    expect(await store.updateConnection(late!.rowId, late!.version, { tags: { a: 'b' } }, new Date())).toBeDefined();
    expect(await store.deleteConnection('pingone-cc', 'late')).toBe(true);
    await store.close();
    await remove();
  });
});
