import { randomUUID } from 'node:crypto';
import type { Connection } from '../core/connection.ts';
import type { ConnectSession } from '../core/connect-session.ts';

const moment = new Date('2026-11-20T08:15:30.123Z');

/** Makes a whole connection for a test; each has its own ids. */
export function makeConnection(overrides: Partial<Connection> = {}): Connection {
  const environmentId = randomUUID();
  return {
    connectionId: randomUUID(),
    integrationId: 'pingone-cc',
    provider: 'pingone-cc',
    status: 'active',
    config: { environmentId, tld: 'eu' },
    identity: environmentId,
    authMethod: 'CLIENT_SECRET_POST',
    environment: { id: environmentId, name: 'Production', type: 'PRODUCTION', region: 'EU', organizationId: randomUUID() },
    access: [
      { name: 'environments', allowed: true },
      { name: 'users', allowed: false, remedy: 'Grant a role.', guide_step: 'roles' },
    ],
    error: { code: 'client_secret_wrong', message: 'It was refused.', remedy: 'Connect again.', at: new Date('2026-11-20T08:15:30.007Z') },
    endUser: { id: 'user-1', email: 'ada@example.com', displayName: 'Ada Lovelace', tags: { plan: 'pro' } },
    organization: { id: 'org-1', displayName: 'Analytical Engines' },
    tags: { team: 'red' },
    metadata: { nested: { list: [1, 'two', null, true] } },
    sessionId: randomUUID(),
    reconnectSessionId: randomUUID(),
    sealedCredential: `credential.${randomUUID()}`,
    sealedTokenSet: `token-set.${randomUUID()}`,
    tokenExpiresAt: new Date('2026-11-20T09:15:30.999Z'),
    createdAt: moment,
    updatedAt: moment,
    lastFetchedAt: new Date('2026-11-20T08:15:31.001Z'),
    lastCheckedAt: new Date('2026-11-20T08:15:31.002Z'),
    ...overrides,
  };
}

/** Makes a connection that has nothing that a connection may be without. */
export function makeBareConnection(overrides: Partial<Connection> = {}): Connection {
  return makeConnection({
    environment: undefined,
    access: [],
    error: undefined,
    endUser: undefined,
    organization: undefined,
    tags: {},
    metadata: undefined,
    sessionId: undefined,
    reconnectSessionId: undefined,
    lastFetchedAt: undefined,
    lastCheckedAt: undefined,
    ...overrides,
  });
}

/** Makes a connect session for a test; each has its own id and token. */
export function makeConnectSession(overrides: Partial<ConnectSession> = {}): ConnectSession {
  return {
    sessionId: randomUUID(),
    tokenHash: randomUUID().replaceAll('-', '').repeat(2),
    endUser: { id: 'user-1', email: 'ada@example.com', displayName: 'Ada Lovelace', tags: { plan: 'pro' } },
    organization: { id: 'org-1', displayName: 'Analytical Engines' },
    tags: { team: 'red' },
    allowedIntegrations: ['pingone-cc'],
    reconnects: { integrationId: 'pingone-cc', connectionId: 'connection-1' },
    defaults: { 'pingone-cc': { config: { tld: 'eu' }, scopes: ['openid'], sealedClient: 'client.sealed' } },
    shareLinkId: 'link-1',
    createdAt: moment,
    expiresAt: new Date(moment.getTime() + 30 * 60_000),
    ...overrides,
  };
}
