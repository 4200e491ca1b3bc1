/** How a host's backend changes connections, in the words of the wire: over HTTP, and as functions in the same process. */

import {
  holdsScope,
  type ConnectionMetadataBody,
  type FullConnection,
  type ImportConnectionBody,
  type ShownConnection,
  type UpdateConnectionBody,
} from '@latchkey/protocol';
import type { ConnectionKey } from '../core/connect-session.ts';
import type { Principal } from '../core/principal.ts';
import { changeMetadata, type MetadataOrder } from '../use-cases/change-metadata.ts';
import type { Deps } from '../use-cases/deps.ts';
import { importConnection as importChecked, type ImportOrder } from '../use-cases/import-connection.ts';
import { updateConnection as updateStored } from '../use-cases/update-connection.ts';
import { parseOwner } from './format-connect-session.ts';
import { formatFullConnection } from './format-connection.ts';

/** Stores a credential that the host has already, once it is known to work. */
export async function importConnection(deps: Deps, body: ImportConnectionBody): Promise<FullConnection> {
  const imported = await importChecked(deps, {
    ...parseOwner(body),
    integrationId: body.provider_config_key,
    connectionId: body.connection_id,
    connectionConfig: body.connection_config ?? {},
    ...parseImported(body.credentials),
    metadata: body.metadata,
  });
  return formatFullConnection(imported);
}

/** Imports for a caller, who sees of the credentials what it may see. */
export async function importAsCaller(deps: Deps, body: ImportConnectionBody, by: Principal): Promise<ShownConnection> {
  const imported = await importConnection(deps, body);
  return holdsScope(by.scopes, 'connections:read_credentials') ? imported : { ...imported, credentials: {} };
}

/** Changes whose a connection is, what it is tagged with, and whether it may be used. */
export async function updateConnection(deps: Deps, key: ConnectionKey, body: UpdateConnectionBody): Promise<{ success: true }> {
  const { status } = body;
  await updateStored(deps, key, { ...parseOwner(body), ...(status !== undefined && { status }) });
  return { success: true };
}

/** Puts metadata in the place of what connections have. */
export function setMetadata(deps: Deps, body: ConnectionMetadataBody): Promise<ConnectionMetadataBody> {
  return answerMetadata(deps, body, 'replace');
}

/** Adds members to what connections have, each in the place of one with the same name. */
export function mergeMetadata(deps: Deps, body: ConnectionMetadataBody): Promise<ConnectionMetadataBody> {
  return answerMetadata(deps, body, 'merge');
}

function parseImported(given: ImportConnectionBody['credentials']): Pick<ImportOrder, 'credentials' | 'tokens'> {
  if (given.type === 'OAUTH2_CC') {
    // The caller's token is left out: the credential is checked by getting a new one.
    const { type: _type, token: _token, expires_at: _expiresAt, ...credentials } = given;
    return { credentials, tokens: undefined };
  }
  const { access_token: accessToken, refresh_token: refreshToken, expires_at, config_override: own } = given;
  return {
    credentials: {},
    tokens: {
      accessToken,
      refreshToken,
      expiresAt: expires_at ? new Date(expires_at) : undefined,
      client: own && { clientId: own.client_id, clientSecret: own.client_secret },
    },
  };
}

async function answerMetadata(deps: Deps, body: ConnectionMetadataBody, mode: MetadataOrder['mode']): Promise<ConnectionMetadataBody> {
  const { provider_config_key: integrationId, connection_id: ids, metadata } = body;
  await changeMetadata(deps, { integrationId, connectionIds: [ids].flat(), metadata, mode });
  return body;
}
