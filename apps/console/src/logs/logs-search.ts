import { operationStatuses, operationTypes, type OperationStatus, type OperationType } from '@latchkey/protocol';

/** What the address of the logs says: which operations are shown, and which of them is open. */
export interface LogsSearch {
  readonly type?: OperationType;
  readonly status?: OperationStatus;
  readonly integration?: string;
  readonly connection?: string;
  readonly search?: string;
  /** The operation whose details are open. */
  readonly operation?: string;
}

const TEXTS = ['integration', 'connection', 'search', 'operation'] as const;

/** Reads it; whatever else an address says is left out. */
export function readLogsSearch(given: Readonly<Record<string, unknown>>): LogsSearch {
  const type = operationTypes.find((candidate) => candidate === given['type']);
  const status = operationStatuses.find((candidate) => candidate === given['status']);
  const texts = TEXTS.flatMap((name) => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return { ...(type && { type }), ...(status && { status }), ...Object.fromEntries(texts) };
}

/** Writes the filter as the API's query. */
export function buildLogsQuery({
  type,
  status,
  integration,
  connection,
  search,
}: LogsSearch): Readonly<Record<string, string | undefined>> {
  return { type, status, integration_id: integration, connection_id: connection, search };
}
