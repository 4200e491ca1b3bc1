import { isRecord, readRecords, readText } from './read-json.ts';

/** One integration that the session allows. */
export interface OfferedIntegration {
  readonly integrationId: string;
  readonly provider: string;
  readonly displayName: string;
}

/** What the session allows, and what it has connected. */
export interface Session {
  readonly integrations: readonly OfferedIntegration[];
  /** Oldest first. */
  readonly connections: readonly { readonly connectionId: string; readonly integrationId: string }[];
}

/** Reads the answer of `GET /connect/session`; `undefined` when it is none. */
export function readSession(body: unknown): Session | undefined {
  const data = isRecord(body) ? body['data'] : undefined;
  if (!isRecord(data) || !Array.isArray(data['integrations'])) return undefined;
  return {
    integrations: readRecords(data['integrations']).flatMap((row) => {
      const integrationId = readText(row['integration_id']);
      const provider = readText(row['provider']);
      if (integrationId === undefined || provider === undefined) return [];
      return [{ integrationId, provider, displayName: readText(row['display_name']) ?? integrationId }];
    }),
    connections: readRecords(data['connections']).flatMap((row) => {
      const connectionId = readText(row['connection_id']);
      const integrationId = readText(row['integration_id']);
      return connectionId === undefined || integrationId === undefined ? [] : [{ connectionId, integrationId }];
    }),
  };
}
