import type { AuthorizationView, CreateAuthorizationBody } from '@latchkey/protocol';
import { readConnection, type Connection } from '../api/connection.ts';
import type { ConnectApi } from '../api/connect-api.ts';
import { understood, type Failure } from '../api/failure.ts';
import { readFailure } from '../api/read-failure.ts';
import { isRecord, readText, readTexts } from '../api/read-json.ts';

/** An attempt that the server has begun. */
export interface BegunAuthorization {
  readonly authorizationId: string;
  /** Where the person goes on. It is good for one use. */
  readonly startUrl: string;
  readonly redirectUri: string;
}

/** How an attempt stands. */
export interface Authorization {
  readonly integrationId: string;
  readonly redirectUri: string | undefined;
  /** What the form was filled in with, by field name; no secret. */
  readonly values: Readonly<Record<string, string>>;
  /** Once it has worked. */
  readonly connection: Connection | undefined;
  /** Once it has failed. */
  readonly failure: Failure | undefined;
}

/** Begins an attempt. @throws {RequestFailed} */
export async function beginAuthorization(
  { ask }: ConnectApi,
  body: CreateAuthorizationBody,
  signal: AbortSignal,
): Promise<BegunAuthorization> {
  const headers = { 'Content-Type': 'application/json' };
  return understood(readBegun(await ask('/connect/authorizations', { method: 'POST', headers, body: JSON.stringify(body), signal })));
}

/** Asks how an attempt stands. @throws {RequestFailed} */
export async function getAuthorization({ ask }: ConnectApi, id: string, signal: AbortSignal): Promise<Authorization> {
  return understood(readAuthorization(await ask(`/connect/authorizations/${encodeURIComponent(id)}`, { signal })));
}

/** Reads the answer to the beginning of an attempt; `undefined` when it is none. */
export function readBegun(body: unknown): BegunAuthorization | undefined {
  const data = isRecord(body) && isRecord(body['data']) ? body['data'] : {};
  const authorizationId = readText(data['authorization_id']);
  const startUrl = readText(data['start_url']);
  const redirectUri = readText(data['redirect_uri']);
  if (authorizationId === undefined || redirectUri === undefined || startUrl === undefined) return undefined;
  // Security: a window of this page is sent there, so it must not be script.
  return /^https?:\/\//i.test(startUrl) && URL.canParse(redirectUri) ? { authorizationId, startUrl, redirectUri } : undefined;
}

const statuses: readonly unknown[] = ['pending', 'connected', 'failed'] satisfies readonly AuthorizationView['data']['status'][];

/** Reads how an attempt stands; `undefined` when the answer does not say it. */
export function readAuthorization(body: unknown): Authorization | undefined {
  const data = isRecord(body) && isRecord(body['data']) ? body['data'] : {};
  const integrationId = readText(data['integration_id']);
  const status = data['status'];
  const connection = status === 'connected' ? readConnection({ data: data['connection'] }) : undefined;
  if (integrationId === undefined || !statuses.includes(status) || (status === 'connected' && !connection)) return undefined;
  return {
    integrationId,
    redirectUri: readText(data['redirect_uri']),
    values: readTexts(data['connection_config']),
    connection,
    failure: status === 'failed' ? readFailure(data) : undefined,
  };
}
