import type { ConnectedBody } from '@latchkey/protocol';
import { isRecord, readRecords, readText } from './read-json.ts';

/** The environment that a connection leads to. */
export interface ConnectedEnvironment {
  readonly id: string;
  readonly name: string | undefined;
  /** The provider's own word, for example `PRODUCTION` or `SANDBOX`. */
  readonly type: string | undefined;
  /** The region's code, for example `EU`. */
  readonly region: string | undefined;
}

/** One thing that the connection may or may not do. */
export interface ConnectionAccess {
  readonly name: string;
  readonly allowed: boolean;
  readonly remedy: string | undefined;
  readonly guideStep: string | undefined;
}

/** Something that Latchkey put right by itself. */
export interface ConnectionNotice {
  readonly code: ConnectedBody['data']['notices'][number]['code'];
  /** The value that was used in place of the one given. */
  readonly value: string | undefined;
}

/** A connection that was made, with the proof that it is usable. */
export interface Connection {
  readonly connectionId: string;
  readonly integrationId: string;
  /** Absent when the answer was lost on its way and only the connection itself is known. */
  readonly environment: ConnectedEnvironment | undefined;
  readonly access: readonly ConnectionAccess[];
  readonly notices: readonly ConnectionNotice[];
}

/** Reads the answer to a successful attempt; `undefined` when it is none. */
// Compat: every reader here leaves out what it does not know, so that a newer server may say more. The schemas of the protocol would do
// the same at 5 kB more for every page.
export function readConnection(body: unknown): Connection | undefined {
  const data = isRecord(body) && isRecord(body['data']) ? body['data'] : {};
  const connectionId = readText(data['connection_id']);
  const integrationId = readText(data['integration_id']);
  if (connectionId === undefined || integrationId === undefined) return undefined;
  return {
    connectionId,
    integrationId,
    environment: readEnvironment(data['environment']),
    access: readRecords(data['access']).map((row) => ({
      name: readText(row['name']) ?? '',
      allowed: row['allowed'] === true,
      remedy: readText(row['remedy']),
      guideStep: readText(row['guide_step']),
    })),
    notices: readRecords(data['notices']).flatMap(({ code, value }) =>
      code === 'region_corrected' || code === 'auth_method_basic' || code === 'no_refresh_token' ? [{ code, value: readText(value) }] : [],
    ),
  };
}

function readEnvironment(value: unknown): ConnectedEnvironment | undefined {
  if (!isRecord(value)) return undefined;
  const id = readText(value['id']);
  return id === undefined
    ? undefined
    : { id, name: readText(value['name']), type: readText(value['type']), region: readText(value['region']) };
}
