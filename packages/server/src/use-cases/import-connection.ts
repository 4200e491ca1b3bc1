import { randomUUID } from 'node:crypto';
import type { Connection } from '../core/connection.ts';
import { checkInput, type GivenInput } from '../core/provider-input.ts';
import { refuseOtherIdentity } from '../core/reconnect-input.ts';
import { refuseDisabled } from '../core/refuse-disabled.ts';
import type { TokenSet } from '../core/token-set.ts';
import type { StoredConnection } from '../store/store.ts';
import { checkClientCredentials } from './check-client-credentials.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { makeEvent, makeRenewalEvent } from './make-event.ts';
import { buildFresh, type ConnectionDraft } from './save-connection.ts';
import { refuseSignIn } from './refuse-sign-in.ts';
import { untilStored } from './until-stored.ts';
import { buildAttribution, type ConnectionAttribution } from './update-connection.ts';

/** A credential that the host has already, and the connection that it is for. */
export interface ImportOrder extends GivenInput, ConnectionAttribution {
  readonly integrationId: string;
  /** `undefined` for a new connection, which gets an id. */
  readonly connectionId: string | undefined;
  readonly metadata: Connection['metadata'];
}

/** A connection, and the token that its credential was checked with. */
export interface ImportedConnection {
  readonly connection: StoredConnection;
  readonly tokens: TokenSet;
  readonly clientId: string | undefined;
}

/**
 * Stores a credential that the host has already, as a connection, once it is known to work. A connection that has the id is brought up to date:
 * what is given takes the place of what is there, and what is left out stays.
 *
 * @throws {ConnectError} `unknown_provider_config`; `invalid_body`; a field's problem; the provider's explanation; `identity_mismatch` when the
 *   connection that is there leads to something else; `connection_disabled`; `store_unavailable`; `store_full`. Nothing is stored then.
 */
export function importConnection(deps: Deps, order: ImportOrder): Promise<ImportedConnection> {
  const { integrationId, connectionId, endUser } = order;
  return deps.requestLog.run({ type: 'import', integrationId, connectionId, endUserId: endUser?.id }, async (operation) => {
    const imported = await checkAndSave(deps, order);
    operation.describe({ connectionId: imported.connection.connectionId });
    return imported;
  });
}

async function checkAndSave(deps: Deps, order: ImportOrder): Promise<ImportedConnection> {
  const integration = await getIntegration(deps, order.integrationId);
  refuseSignIn(integration);
  const input = checkInput(integration.definition.form, order);
  const { endUser, organization } = order;
  const { draft } = await checkClientCredentials(deps, integration, input, { endUser, organization }, () => undefined);
  const connectionId = order.connectionId ?? randomUUID();
  const connection = await untilStored(() => saveImported(deps, integration, { ...order, connectionId }, draft));
  return { connection, tokens: draft.tokens, clientId: draft.credential.values['client_id'] };
}

async function saveImported(
  deps: Deps,
  { integrationId, definition }: KnownIntegration,
  { connectionId, metadata, ...order }: ImportOrder & { readonly connectionId: string },
  draft: ConnectionDraft,
): Promise<StoredConnection | undefined> {
  const existing = await deps.store.findConnection(integrationId, connectionId);
  const now = deps.clock.now();
  const attribution = buildAttribution(order);
  if (existing !== undefined) {
    refuseDisabled(existing);
    refuseOtherIdentity(definition.form, { ...draft.config, ...draft.credential.values }, existing);
    const change = { ...(await buildFresh(deps, connectionId, draft, now)), ...attribution, ...(metadata !== undefined && { metadata }) };
    return deps.store.updateConnection(existing.rowId, existing.version, change, now, makeRenewalEvent(existing, now));
  }
  const { endUser, organization, tags = {} } = attribution;
  const created = {
    ...(await buildFresh(deps, connectionId, draft, now)),
    connectionId,
    integrationId,
    provider: draft.provider,
    identity: draft.identity,
    endUser,
    organization,
    tags,
    metadata,
    sessionId: undefined,
    reconnectSessionId: undefined,
    createdAt: now,
    updatedAt: now,
  };
  return deps.store.insertConnection(created, makeEvent('connection.created', now));
}
