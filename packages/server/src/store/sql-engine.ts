import type { ColumnBuilderCallback, ColumnDataType, Dialect, Expression, Kysely, SqlBool, Transaction } from 'kysely';
import type { ConnectError } from '../errors.ts';
import type { SqlTables } from './sql-tables.ts';

/** What SQLite and PostgreSQL do each in their own way. Everything else is the same SQL for both. */
export interface SqlEngine {
  readonly dialect: Dialect;

  readonly columns: ColumnTypes;

  /** Builds the condition that a text column contains a text, letter for letter. */
  contains(column: Expression<string | null>, text: string): Expression<SqlBool>;

  /** Builds the condition that a JSON object of texts has all of these entries. */
  hasEntries(column: Expression<string>, entries: Readonly<Record<string, string>>): Expression<SqlBool>;

  /**
   * Writes in one transaction that does not wait for the disk: it outlives the process, but may be lost, whole, when the machine fails. What others
   * write meanwhile is as durable as ever.
   */
  writeLightly<Result>(db: Kysely<SqlTables>, work: (transaction: Transaction<SqlTables>) => Promise<Result>): Promise<Result>;

  /** Turns an error of the database into one that a caller understands; `undefined` when it is not the database's fault. */
  explain(error: unknown): ConnectError | undefined;
}

/** Column types that the two engines name differently. */
export interface ColumnTypes {
  /** An ascending number that the database gives out and never uses twice. */
  readonly rowId: { readonly type: ColumnDataType; readonly build: ColumnBuilderCallback };
  /** JSON that conditions look into. */
  readonly searchableJson: ColumnDataType;
}
