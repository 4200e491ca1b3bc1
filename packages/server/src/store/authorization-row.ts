import type { Insertable, Selectable } from 'kysely';
import type { Authorization } from '../core/authorization.ts';
import type { AuthorizationTable } from './sql-authorization-tables.ts';

/** Builds the row of a new attempt to sign in. */
export function buildAuthorizationRow(authorization: Authorization): Insertable<AuthorizationTable> {
  const { claimedAt, outcome } = authorization;
  return {
    authorization_id: authorization.authorizationId,
    integration_id: authorization.integrationId,
    session_token_hash: authorization.sessionTokenHash,
    end_user_id: authorization.endUserId ?? null,
    organization_id: authorization.endUserOrganizationId ?? null,
    config: JSON.stringify(authorization.config),
    notices: JSON.stringify(authorization.notices),
    scopes: JSON.stringify(authorization.scopes),
    auth_method: authorization.authMethod,
    issuers: JSON.stringify(authorization.issuers),
    names_issuer: authorization.namesIssuer ? 1 : 0,
    opener_origin: authorization.openerOrigin,
    return_url: authorization.returnUrl ?? null,
    ticket_hash: authorization.ticketHash,
    state_hash: authorization.stateHash,
    binding_hash: authorization.bindingHash ?? null,
    in_popup: authorization.inPopup ? 1 : 0,
    sealed_secrets: authorization.sealedSecrets ?? null,
    created_at_ms: authorization.createdAt.getTime(),
    expires_at_ms: authorization.expiresAt.getTime(),
    claimed_at_ms: claimedAt?.getTime() ?? null,
    outcome: outcome === undefined ? null : JSON.stringify(outcome),
  };
}

/** Reads an attempt to sign in from its row. */
export function readAuthorizationRow(row: Selectable<AuthorizationTable>): Authorization {
  return {
    authorizationId: row.authorization_id,
    integrationId: row.integration_id,
    sessionTokenHash: row.session_token_hash,
    endUserId: row.end_user_id ?? undefined,
    endUserOrganizationId: row.organization_id ?? undefined,
    config: JSON.parse(row.config),
    notices: JSON.parse(row.notices),
    scopes: JSON.parse(row.scopes),
    authMethod: row.auth_method,
    issuers: JSON.parse(row.issuers),
    namesIssuer: row.names_issuer === 1,
    openerOrigin: row.opener_origin,
    returnUrl: row.return_url ?? undefined,
    ticketHash: row.ticket_hash,
    stateHash: row.state_hash,
    bindingHash: row.binding_hash ?? undefined,
    inPopup: row.in_popup === 1,
    sealedSecrets: row.sealed_secrets ?? undefined,
    createdAt: new Date(row.created_at_ms),
    expiresAt: new Date(row.expires_at_ms),
    claimedAt: row.claimed_at_ms === null ? undefined : new Date(row.claimed_at_ms),
    outcome: row.outcome === null ? undefined : JSON.parse(row.outcome),
  };
}
