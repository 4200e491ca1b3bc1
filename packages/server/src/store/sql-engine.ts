import type { ColumnBuilderCallback, ColumnDataType, CompiledQuery, Dialect, Expression, RawBuilder, SqlBool } from 'kysely';
import type { ConnectError } from '../errors.ts';

/** What SQLite and PostgreSQL do each in their own way. Everything else is the same SQL for both. */
export interface SqlEngine {
  readonly dialect: Dialect;

  /** Another way to the same database, on which statements and locks may take their time, for migrations. @default the same */
  readonly patientDialect?: Dialect;

  /** Another way to the same database, on which the request log gets in nobody's way. @default the same */
  readonly logDialect?: Dialect;

  /** Runs statements on that way, all or none, each once for each of its rows. @default through the dialect */
  readonly runForEach?: (statements: readonly RepeatedStatement[]) => Promise<void>;

  /** Lets go of what only {@link SqlEngine.runForEach} has opened, which Kysely does not know of. */
  readonly closeLog?: () => Promise<void>;

  /** A shorter way to the first row that a statement finds, for the one that every call makes. @default through the dialect */
  readonly findRow?: <Row>(query: CompiledQuery<Row>) => Promise<Row | undefined>;

  /**
   * Tells whether anything may have changed in the database, whoever changed it: as long as the mark is the same, nothing has. It is taken once a turn of
   * the event loop at most. Absent where that cannot be told without asking the database.
   */
  readonly readMark?: () => unknown;

  readonly columns: ColumnTypes;

  /** Builds the condition that a text column contains a text, letter for letter. */
  contains(column: Expression<string | null>, text: string): Expression<SqlBool>;

  /** Builds the condition that a JSON object of texts has all of these entries. */
  hasEntries(column: Expression<string>, entries: Readonly<Record<string, string>>): Expression<SqlBool>;

  /** Turns an error of the database into one that a caller understands; `undefined` when it is not the database's fault. */
  explain(error: unknown): ConnectError | undefined;
}

/** A statement, and what it is to be run with, time after time: the values of a row stand in the order of its parameters. */
export interface RepeatedStatement {
  readonly sql: string;
  readonly rows: readonly object[];
}

/** Column types that the two engines name differently. */
export interface ColumnTypes {
  /** An ascending number that the database gives out and never uses twice. */
  readonly rowId: { readonly type: ColumnDataType; readonly build: ColumnBuilderCallback };
  /** JSON that conditions look into. */
  readonly searchableJson: ColumnDataType;
  /** Text that is ordered by its bytes, so that an index leads to all that begins with something. */
  readonly prefixText: ColumnDataType | Expression<unknown>;
  /** What a table ends with that is to be its primary key's index and nothing besides, where there is such a thing. */
  readonly orderedByKey?: RawBuilder<unknown>;
  /** Keeps others from writing a table until the transaction ends, where a transaction does not do so by itself. */
  readonly lockTable?: (name: string) => RawBuilder<unknown>;
}
