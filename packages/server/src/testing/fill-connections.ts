import { Kysely, sql, type RawBuilder } from 'kysely';
import { fillSearch } from '../store/fill-search.ts';
import { openEngine } from '../store/open-store.ts';
import type { SqlTables } from '../store/sql-tables.ts';

const AT_ONCE = 10_000;

/**
 * Fills a migrated database with connections, by SQL alone: of three integrations, one of them with one in a thousand; one in twenty needs a reconnect,
 * one in a hundred is disabled; end users have three each, customers two hundred.
 */
export async function fillConnections(database: string, count: number): Promise<void> {
  const engine = openEngine(database);
  const db = new Kysely<SqlTables>({ dialect: engine.patientDialect ?? engine.dialect });
  const isPostgresql = engine.columns.searchableJson === 'jsonb';
  for (let from = 0; from < count; from += AT_ONCE)
    await insert(db, from, Math.min(from + AT_ONCE, count), isPostgresql ? postgresql : sqlite);
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('latchkey_connection_terms').execute();
    await transaction.deleteFrom('latchkey_connection_search').execute();
    await fillSearch(transaction);
  });
  if (isPostgresql) {
    // PostgreSQL does it by itself within minutes.
    await sql`vacuum analyze`.execute(db);
  }
  await db.destroy();
}

/** What SQLite and PostgreSQL say each in their own way. */
interface Dialect {
  /** Twice as many hexadecimal digits, which are as hard to compress as what is really sealed. */
  readonly random: (bytes: number) => RawBuilder<string>;
  readonly json: RawBuilder<unknown>;
}

const sqlite: Dialect = { random: (bytes) => sql`hex(randomblob(${sql.lit(bytes)}))`, json: sql`text` };
const postgresql: Dialect = {
  random: (bytes) => sql`(select string_agg(md5(random()::text), '') from generate_series(1, ${sql.lit(Math.ceil(bytes / 16))}))`,
  json: sql`jsonb`,
};

async function insert(db: Kysely<SqlTables>, from: number, to: number, { random, json }: Dialect): Promise<void> {
  const pick = (names: readonly string[], by: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`case ${by} ${sql.join(
      names.map((name, index) => sql`when ${sql.lit(index)} then ${sql.lit(name)}`),
      sql` `,
    )} end`;
  const first = pick(['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Donald', 'Radia', 'Dennis', 'Margaret', 'Ken'], sql`(i % 10)`);
  const last = pick(
    ['Lovelace', 'Hopper', 'Turing', 'Dijkstra', 'Liskov', 'Knuth', 'Perlman', 'Ritchie', 'Hamilton', 'Thompson'],
    sql`((i / 10) % 10)`,
  );
  await sql`
    insert into latchkey_connections (
      version, connection_id, integration_id, provider, status, config, identity, auth_method, environment, access, end_user, organization, tags,
      sealed_credential, sealed_token_set, token_expires_at_ms, created_at_ms, updated_at_ms, end_user_id, organization_id, environment_region,
      credential_key_id, token_set_key_id
    )
    with recursive numbers (i) as (select cast(${sql.lit(from)} as bigint) union all select i + 1 from numbers where i < ${sql.lit(to - 1)}),
    names as (select i, ${first} as first, ${last} as last, i % 5000 as customer from numbers)
    select 1, 'connection-' || i, case when i % 1000 = 0 then 'rare' when i % 3 = 0 then 'pingone-cc' else 'pingone' end, 'pingone-cc',
      case when i % 100 = 7 then 'disabled' when i % 20 = 3 then 'needs_reconnect' else 'active' end,
      '{"environmentId":"00000309-0000-4000-8000-000000000000","tld":"eu"}', '[]', 'CLIENT_SECRET_POST',
      '{"id":"' || substr('0000000', 1, 8 - length(cast(i as text))) || i || '-0000-4000-8000-000000000000","name":"' ||
        case when i < 50000 then 'Founder ' else 'Customer ' end || customer || ' production","type":"PRODUCTION","region":"EU"}',
      '[]', '{"id":"user_' || (i / 3) || '","displayName":"' || first || ' ' || last || '","email":"' ||
        lower(first) || '.' || lower(last) || '.' || i || '@customer' || customer || '.example"}',
      '{"id":"org_' || customer || '"}',
      cast('{"plan":"' || case when i % 2 = 0 then 'gold' else 'silver' end || '","customer":"' || customer || '"}' as ${json}),
      ${random(300)}, ${random(1100)}, 1900000000000, 1700000000000 + i, 1700000000000 + (i * 7919) % ${sql.lit(1_000_003)},
      'user_' || (i / 3), 'org_' || customer, 'EU', 'k', 'k'
    from names
  `.execute(db);
}
