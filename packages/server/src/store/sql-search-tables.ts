/** What connections are found by. */
export interface SearchTables {
  readonly latchkey_connection_search: ConnectionSearchTable;
  readonly latchkey_connection_terms: ConnectionTermTable;
}

interface ConnectionSearchTable {
  readonly row_id: number;
  readonly text: string;
  /** JSON. */
  readonly tags: string;
}

interface ConnectionTermTable {
  readonly term: string;
  readonly row_id: number;
}
