import type { ImportConnectionBody } from '@latchkey/protocol';
import { buildAttribution, type Attribution } from './attribution.ts';

/** A credential that you have already, and the connection that it is for. */
export interface ConnectionImport extends Attribution {
  readonly integrationId: string;
  /** A connection that has it is brought up to date. @default a new id */
  readonly connectionId?: string | undefined;
  /** By field name, for example `environmentId` and `tld`. */
  readonly connectionConfig: Readonly<Record<string, string>>;
  readonly credentials: ImportedClient | ImportedTokens;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

/** An OAuth client that the end user gave. */
export interface ImportedClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What came of an end user's sign-in elsewhere: at least one of the two tokens. */
export interface ImportedTokens {
  readonly accessToken?: string | undefined;
  /** Used at once, and thereby spent, when there is no access token that is still good. */
  readonly refreshToken?: string | undefined;
  /** When the access token expires. @default as the token itself says */
  readonly expiresAt?: Date | undefined;
  /** The OAuth client that they were given to. @default the integration's */
  readonly client?: ImportedClient | undefined;
}

/** Writes an import in the words of the wire. */
export function buildImport({
  integrationId,
  connectionId,
  connectionConfig,
  credentials,
  metadata,
  ...attribution
}: ConnectionImport): Readonly<Record<keyof ImportConnectionBody, unknown>> {
  return {
    ...buildAttribution(attribution),
    provider_config_key: integrationId,
    connection_id: connectionId,
    connection_config: connectionConfig,
    credentials: buildCredentials(credentials),
    metadata,
  };
}

function buildCredentials(given: ConnectionImport['credentials']) {
  if ('clientId' in given) return { type: 'OAUTH2_CC', ...buildClient(given) };
  const { accessToken, refreshToken, expiresAt, client } = given;
  return {
    type: 'OAUTH2',
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_at: expiresAt?.toISOString(),
    config_override: client && buildClient(client),
  };
}

function buildClient({ clientId, clientSecret }: ImportedClient) {
  return { client_id: clientId, client_secret: clientSecret };
}
