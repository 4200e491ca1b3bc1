import { randomUUID } from 'node:crypto';
import type { ProviderInput } from '@latchkey/providers';
import type { Connection } from '../core/connection.ts';
import { checkInput, type GivenInput } from '../core/provider-input.ts';
import { refuseOtherIdentity } from '../core/reconnect-input.ts';
import { refuseDisabled } from '../core/refuse-disabled.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import { checkClientCredentials } from './check-client-credentials.ts';
import { checkImportedTokens, type GivenTokens } from './check-imported-tokens.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { getIntegration } from './get-integration.ts';
import { makeEvent, makeRenewalEvent } from './make-event.ts';
import type { OpenOperation } from './open-operation.ts';
import { buildFresh, type ConnectionDraft } from './save-connection.ts';
import { refuseOrphan } from './refuse-orphan.ts';
import { untilStored } from './until-stored.ts';
import { buildAttribution, type ConnectionAttribution } from './update-connection.ts';

/** A credential that the host has already, and the connection that it is for. */
export interface ImportOrder extends GivenInput, ConnectionAttribution {
  readonly integrationId: string;
  /** `undefined` for a new connection, which gets an id. */
  readonly connectionId: string | undefined;
  readonly metadata: Connection['metadata'];
  /** What came of a sign-in elsewhere, in place of a typed credential. */
  readonly tokens: GivenTokens | undefined;
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
  return deps.requestLog.run({ type: 'import', endUserId: order.endUser?.id }, async (operation) => {
    const imported = await checkAndSave(deps, order, operation);
    operation.describe({ connectionId: imported.connection.connectionId });
    return imported;
  });
}

async function checkAndSave(deps: Deps, order: ImportOrder, operation: OpenOperation): Promise<ImportedConnection> {
  const integration = await getIntegration(deps, order.integrationId);
  operation.describe({ integrationId: integration.integrationId });
  const draft = await check(deps, integration, order);
  const connectionId = order.connectionId ?? randomUUID();
  const connection = await untilStored(() => saveImported(deps, integration, { ...order, connectionId }, draft));
  return { connection, tokens: draft.tokens, clientId: draft.credential.values['client_id'] };
}

async function check(deps: Deps, integration: KnownIntegration, order: ImportOrder): Promise<ConnectionDraft> {
  const { tokens, connectionConfig, endUser, organization } = order;
  const { definition } = integration;
  const kind = definition.grant === 'authorization_code' ? 'OAUTH2' : 'OAUTH2_CC';
  if ((kind === 'OAUTH2') !== (tokens !== undefined)) {
    const problem = {
      code: 'invalid_value',
      message: `Connections of this integration have the type "${kind}".`,
      path: ['credentials', 'type'],
    };
    throw connectError('invalid_body', { errors: [problem] });
  }
  const input = checkInput(definition.form, tokens === undefined ? order : { connectionConfig, credentials: {} });
  await refuseHopeless(deps, integration, order, input);
  const owners = { endUser, organization };
  if (tokens !== undefined) return checkImportedTokens(deps, integration, input, tokens, owners);
  return (await checkClientCredentials(deps, integration, input, owners, () => undefined)).draft;
}

/** Looks first at the connection that is there: a refresh token that has to be used is not to be spent on what cannot be stored. */
async function refuseHopeless(
  deps: Deps,
  { integrationId, definition }: KnownIntegration,
  { connectionId }: ImportOrder,
  input: ProviderInput,
): Promise<void> {
  const existing = connectionId === undefined ? undefined : await deps.store.findConnection(integrationId, connectionId);
  if (existing === undefined) return;
  refuseDisabled(existing);
  refuseOtherIdentity(definition.form, input, existing);
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
  const made = await deps.store.insertConnection(created, makeEvent('connection.created', now));
  if (made !== undefined) await refuseOrphan(deps, made, 'unknown_provider_config');
  return made;
}
