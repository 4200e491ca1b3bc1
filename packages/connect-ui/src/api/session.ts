import { isRecord, readRecords, readText, readTexts } from './read-json.ts';

/** What an OAuth client must be set up with. Absent where nobody signs in. */
export interface Copies {
  /** What must stand among its redirect URIs. */
  readonly redirect_uri?: string | undefined;
  /** What the person is asked to allow, separated by spaces. */
  readonly scopes?: string | undefined;
}

/** One integration that the session allows. */
export interface OfferedIntegration {
  readonly integrationId: string;
  readonly provider: string;
  readonly displayName: string;
  /** Whether the end user must bring an OAuth client of their own. */
  readonly needsClient: boolean;
  readonly copies: Copies;
  /** What the host knows already, by field name. No secret is among it. */
  readonly values: Readonly<Record<string, string>>;
}

/** The connection that a session gives a new credential. */
export interface Reconnect {
  readonly integrationId: string;
  readonly connectionId: string;
  /** What is known of it, by field name. No secret is among it. */
  readonly values: Readonly<Record<string, string>>;
}

/** What the session allows, and what it has connected. */
export interface Session {
  readonly integrations: readonly OfferedIntegration[];
  /** The integration whose sign-in the tab remembers. */
  readonly begun?: string | undefined;
  /** Absent in a session that makes new connections. */
  readonly reconnect: Reconnect | undefined;
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
      return [
        {
          integrationId,
          provider,
          displayName: readText(row['display_name']) ?? integrationId,
          needsClient: row['needs_client'] === true,
          copies: { redirect_uri: readText(row['redirect_uri']), scopes: readScopes(row['scopes']) },
          values: readTexts(row['connection_config']),
        },
      ];
    }),
    reconnect: readReconnect(data['reconnect']),
    connections: readRecords(data['connections']).flatMap((row) => {
      const connectionId = readText(row['connection_id']);
      const integrationId = readText(row['integration_id']);
      return connectionId === undefined || integrationId === undefined ? [] : [{ connectionId, integrationId }];
    }),
  };
}

function readScopes(value: unknown): string | undefined {
  const scopes = Array.isArray(value) ? value.filter((scope) => typeof scope === 'string') : [];
  return scopes.length > 0 ? scopes.join(' ') : undefined;
}

function readReconnect(value: unknown): Reconnect | undefined {
  if (!isRecord(value)) return undefined;
  const integrationId = readText(value['integration_id']);
  const connectionId = readText(value['connection_id']);
  if (integrationId === undefined || connectionId === undefined) return undefined;
  const values = { ...readTexts(value['connection_config']), ...readTexts({ client_id: value['client_id'] }) };
  return { integrationId, connectionId, values };
}
