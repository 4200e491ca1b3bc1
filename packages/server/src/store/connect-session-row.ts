import type { Insertable, Selectable } from 'kysely';
import type { ConnectSession } from '../core/connect-session.ts';
import type { ConnectSessionTable } from './sql-tables.ts';

/** Builds the row of a session. */
export function buildConnectSessionRow(session: ConnectSession): Insertable<ConnectSessionTable> {
  return {
    session_id: session.sessionId,
    token_hash: session.tokenHash,
    end_user: session.endUser === undefined ? null : JSON.stringify(session.endUser),
    organization: session.organization === undefined ? null : JSON.stringify(session.organization),
    tags: JSON.stringify(session.tags ?? null),
    allowed_integrations: session.allowedIntegrations === undefined ? null : JSON.stringify(session.allowedIntegrations),
    reconnects: session.reconnects === undefined ? null : JSON.stringify(session.reconnects),
    defaults: session.defaults === undefined ? null : JSON.stringify(session.defaults),
    share_link_id: session.shareLinkId ?? null,
    created_at_ms: session.createdAt.getTime(),
    expires_at_ms: session.expiresAt.getTime(),
  };
}

/** Reads a session from its row. */
export function readConnectSessionRow(row: Selectable<ConnectSessionTable>): ConnectSession {
  return {
    sessionId: row.session_id,
    tokenHash: row.token_hash,
    endUser: row.end_user === null ? undefined : JSON.parse(row.end_user),
    organization: row.organization === null ? undefined : JSON.parse(row.organization),
    tags: JSON.parse(row.tags) ?? undefined,
    allowedIntegrations: row.allowed_integrations === null ? undefined : JSON.parse(row.allowed_integrations),
    reconnects: row.reconnects === null ? undefined : JSON.parse(row.reconnects),
    defaults: row.defaults === null ? undefined : JSON.parse(row.defaults),
    shareLinkId: row.share_link_id ?? undefined,
    createdAt: new Date(row.created_at_ms),
    expiresAt: new Date(row.expires_at_ms),
  };
}
