import { Kysely, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { errorCatalogue } from '../error-catalogue.ts';
import { ConnectError } from '../errors.ts';
import { listMigrations } from './migrations/migrations.ts';
import type { SqlEngine } from './sql-engine.ts';
import type { SqlTables } from './sql-tables.ts';

// The database may be the host's own, and the host may use Kysely too: these tables are Latchkey's alone.
const MIGRATION_TABLE = 'latchkey_migrations';
const MIGRATION_LOCK_TABLE = 'latchkey_migration_lock';

/**
 * Brings the tables to the newest version. Several processes may call it at once: one migrates, the others wait.
 *
 * @throws {ConnectError} `store_unavailable` when the database belongs to a newer version; trying again does not help then.
 */
export async function migrateSchema(db: Kysely<SqlTables>, engine: SqlEngine): Promise<void> {
  const patient = engine.patientDialect && new Kysely<SqlTables>({ dialect: engine.patientDialect });
  try {
    await migrate(patient ?? db, listMigrations(engine.columns));
  } finally {
    await patient?.destroy();
  }
}

async function migrate(db: Kysely<SqlTables>, migrations: Record<string, Migration>): Promise<void> {
  const { error } = await createMigrator(db, migrations).migrateToLatest();
  if (error === undefined) return;
  const unknown = await findUnknownMigration(db, Object.keys(migrations));
  if (unknown === undefined) throw error;
  const row = { code: 'store_unavailable', ...errorCatalogue.store_unavailable, retryable: false };
  throw new ConnectError(row, {
    message: `The database belongs to a newer version of Latchkey: it has the migration "${unknown}", which this version does not know.`,
    remedy: 'Start the newer version, or restore a backup that was made before.',
    cause: error,
  });
}

/** How far a database is from the newest version. */
export interface SchemaState {
  /** Migrations that were made. */
  readonly made: readonly string[];
  /** Migrations that are still to be made. */
  readonly missing: readonly string[];
  /** A migration that was made by a newer version. */
  readonly unknown: string | undefined;
}

/** Reads how far a database is, and changes nothing. */
export async function readSchemaState(db: Kysely<SqlTables>, engine: SqlEngine): Promise<SchemaState> {
  const migrations = listMigrations(engine.columns);
  const rows = await createMigrator(db, migrations).getMigrations();
  const made = rows.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name);
  const missing = rows.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
  return { made, missing, unknown: await findUnknownMigration(db, Object.keys(migrations)) };
}

function createMigrator(db: Kysely<SqlTables>, migrations: Record<string, Migration>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: MIGRATION_LOCK_TABLE,
  });
}

async function findUnknownMigration(db: Kysely<SqlTables>, known: readonly string[]): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(MIGRATION_TABLE)}`.execute(db);
    return rows.find(({ name }) => !known.includes(name))?.name;
  } catch {
    // Then the first error says more than this one.
    return undefined;
  }
}
