/** What a host's backend may do about integrations, in the words of the wire: over HTTP, and as functions in the same process. */

import {
  parseScopeList,
  type CreateIntegrationBody,
  type IntegrationBody,
  type IntegrationExtra,
  type IntegrationListBody,
  type UpdateIntegrationBody,
} from '@latchkey/protocol';
import type { OAuthClient } from '../core/integration.ts';
import { requireScope, type Principal } from '../core/principal.ts';
import { createIntegration as create } from '../use-cases/create-integration.ts';
import { deleteIntegration as remove } from '../use-cases/delete-integration.ts';
import type { Deps } from '../use-cases/deps.ts';
import { noIntegration } from '../use-cases/get-stored-integration.ts';
import { openClient } from '../use-cases/sealed-client.ts';
import { updateIntegration as update } from '../use-cases/update-integration.ts';
import { formatClient, formatIntegration } from './format-integration.ts';

/** Lists the integrations of the options in their order, then those that calls made, oldest first. */
export async function listIntegrations({ store, integrations: { fixed } }: Deps): Promise<IntegrationListBody> {
  const ids = new Set(fixed.map(({ integrationId }) => integrationId));
  const stored = (await store.listIntegrations()).filter(({ integrationId }) => !ids.has(integrationId));
  return { data: [...fixed, ...stored].map(formatIntegration) };
}

/**
 * Gets an integration by its id.
 *
 * @param by Who asks; `undefined` for the process itself.
 * @throws {ConnectError} `not_found`; `forbidden` when the caller may not see its OAuth client
 */
export async function getIntegration(
  deps: Deps,
  integrationId: string,
  include: readonly IntegrationExtra[],
  by: Principal | undefined,
): Promise<IntegrationBody> {
  if (by !== undefined && include.includes('credentials')) requireScope(by, 'integrations:read_credentials');
  const fixed = deps.integrations.fixed.find((integration) => integration.integrationId === integrationId);
  const integration = fixed ?? (await deps.store.findIntegration(integrationId));
  if (integration === undefined) throw noIntegration();
  const getClient = async (): Promise<OAuthClient | undefined> => {
    if ('client' in integration) return integration.client;
    return integration.sealedClient === undefined ? undefined : openClient(deps.vault, integrationId, integration.sealedClient);
  };
  return {
    data: {
      ...formatIntegration(integration),
      ...(include.includes('webhook') && { webhook_url: null }),
      ...(include.includes('credentials') && { credentials: formatClient(await getClient(), integration.scopes, by?.kind) }),
    },
  };
}

/** Makes an integration. */
export async function createIntegration(deps: Deps, body: CreateIntegrationBody): Promise<IntegrationBody> {
  const { unique_key: integrationId, provider, display_name: displayName, credentials } = body;
  const created = await create(deps, { integrationId, provider, displayName, ...parseClient(credentials) });
  return { data: formatIntegration(created) };
}

/** Changes an integration. */
export async function updateIntegration(deps: Deps, integrationId: string, body: UpdateIntegrationBody): Promise<IntegrationBody> {
  const { unique_key: newId, display_name: displayName, credentials } = body;
  const change = credentials === null ? { client: null, scopes: [] } : parseClient(credentials);
  return { data: formatIntegration(await update(deps, integrationId, { integrationId: newId, displayName, ...change })) };
}

/**
 * Deletes an integration.
 *
 * @param cascade Together with its connections, which needs a scope of its own.
 * @param by Who deletes it; `undefined` for the process itself.
 */
export async function deleteIntegration(
  deps: Deps,
  integrationId: string,
  cascade: boolean,
  by: Principal | undefined,
): Promise<{ success: true }> {
  if (by !== undefined && cascade) requireScope(by, 'connections:write');
  await remove(deps, integrationId, cascade);
  return { success: true };
}

function parseClient(given: CreateIntegrationBody['credentials']) {
  const { client_id: clientId, client_secret: clientSecret, scopes } = given ?? {};
  return {
    client: clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret },
    scopes: scopes === undefined ? undefined : parseScopeList(scopes),
  };
}
