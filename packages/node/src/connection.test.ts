import { inspect } from 'node:util';
import type { FullConnection } from '@latchkey/protocol';
import { describe, expect, it } from 'vitest';
import { readConnection, readConnectionWithToken } from './connection.ts';

const wire: FullConnection = {
  id: 7,
  connection_id: 'c-1',
  provider_config_key: 'pingone-cc',
  provider: 'pingone-cc',
  status: 'needs_reconnect',
  errors: [{ type: 'auth', log_id: '', code: 'wrong_client_secret', message: 'Wrong.', remedy: 'Connect again.' }],
  end_user: { id: 'ada', display_name: 'Ada', email: null, tags: null, organization: { id: 'acme', display_name: null } },
  tags: { plan: 'gold' },
  metadata: { snake_case: { stays_snake: true } },
  connection_config: { environmentId: 'e-1', tld: 'eu' },
  environment: { id: 'e-1', name: 'Production', type: null, region: 'EU' },
  access: [
    { name: 'read_environment', allowed: true, proxy_path: '/v1/environments/e-1' },
    { name: 'read_users', allowed: false, remedy: 'Grant a role.' },
  ],
  created_at: '2026-11-20T08:00:00.000+00:00',
  updated_at: '2026-11-20T08:00:01.000+00:00',
  last_fetched_at: null,
  last_checked_at: '2026-11-20T08:00:02.000+00:00',
  token_expires_at: '2026-11-20T09:00:02.000+00:00',
  credentials: {
    type: 'OAUTH2_CC',
    token: 'token-canary',
    expires_at: '2026-11-20T09:00:00.000Z',
    raw: { access_token: 'token-canary', expires_in: 3600 },
    client_id: 'client-1',
  },
};

describe('A connection', () => {
  it('has clean names, moments that are dates, and undefined for what there is not', () => {
    const connection = readConnectionWithToken(wire);
    expect(connection).toMatchObject({
      id: 7,
      connectionId: 'c-1',
      integrationId: 'pingone-cc',
      status: 'needs_reconnect',
      errors: [{ code: 'wrong_client_secret', message: 'Wrong.', remedy: 'Connect again.' }],
      endUser: { id: 'ada', displayName: 'Ada', email: undefined, tags: undefined },
      organization: { id: 'acme', displayName: undefined },
      tags: { plan: 'gold' },
      environment: { id: 'e-1', name: 'Production', type: undefined, region: 'EU' },
      createdAt: new Date('2026-11-20T08:00:00Z'),
      lastFetchedAt: undefined,
      lastCheckedAt: new Date('2026-11-20T08:00:02Z'),
      tokenExpiresAt: new Date('2026-11-20T09:00:02Z'),
      access: [
        { name: 'read_environment', allowed: true, proxyPath: '/v1/environments/e-1', remedy: undefined },
        { name: 'read_users', allowed: false, proxyPath: undefined, remedy: 'Grant a role.' },
      ],
      credentials: { clientId: 'client-1', expiresAt: new Date('2026-11-20T09:00:00Z') },
    });
    expect('credentials' in readConnection(wire)).toBe(false);
  });

  it('leaves alone what is somebody else’s: metadata and values by field name', () => {
    expect(readConnectionWithToken(wire)).toMatchObject({
      metadata: { snake_case: { stays_snake: true } },
      connectionConfig: { environmentId: 'e-1', tld: 'eu' },
    });
  });

  it('gives its token to who reads it by name, and to nobody else', () => {
    const connection = readConnectionWithToken(wire);
    expect(connection.credentials.accessToken).toBe('token-canary');
    expect(connection.credentials.tokenResponse['expires_in']).toBe(3600);
    expect(inspect(connection, { depth: 9 })).not.toContain('canary');
    expect(JSON.stringify({ ...connection, credentials: { ...connection.credentials } })).not.toContain('canary');
  });

  it('without an end user has none', () => {
    expect(readConnection({ ...wire, end_user: null })).toMatchObject({ endUser: undefined, organization: undefined });
  });
});
