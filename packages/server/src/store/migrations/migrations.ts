import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from '../sql-engine.ts';
import { createConnectionsAndSessions } from './0001-connections-and-sessions.ts';
import { addReconnectsAndChecks } from './0002-reconnects-and-checks.ts';
import { addTokenLeases } from './0003-token-leases.ts';
import { addAuthorizations } from './0004-authorizations.ts';
import { createIntegrationsAndKeys } from './0005-integrations-and-keys.ts';
import { createRequestLogs } from './0006-request-logs.ts';
import { createWebhooks } from './0007-webhooks.ts';
import { createConsole } from './0008-console.ts';
import { createShareLinks } from './0009-share-links.ts';
import { createListIndexes } from './0010-list-indexes.ts';
import { addSignTerms } from './0011-sign-terms.ts';
import { addOwnerTags } from './0012-owner-tags.ts';

/** Every migration, by the name under which a database remembers it. New ones are added at the end; old ones are never changed. */
export function listMigrations(columns: ColumnTypes): Record<string, Migration> {
  return {
    '0001-connections-and-sessions': createConnectionsAndSessions(columns),
    '0002-reconnects-and-checks': addReconnectsAndChecks(),
    '0003-token-leases': addTokenLeases(),
    '0004-authorizations': addAuthorizations(),
    '0005-integrations-and-keys': createIntegrationsAndKeys(columns),
    '0006-request-logs': createRequestLogs(columns),
    '0007-webhooks': createWebhooks(columns),
    '0008-console': createConsole(columns),
    '0009-share-links': createShareLinks(columns),
    '0010-list-indexes': createListIndexes(columns),
    '0011-sign-terms': addSignTerms(),
    '0012-owner-tags': addOwnerTags(columns),
  };
}
