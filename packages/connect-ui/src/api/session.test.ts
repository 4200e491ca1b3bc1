import type { ConnectSessionView } from '@latchkey/protocol';
import { describe, expect, it } from 'vitest';
import { readSession } from './session.ts';

const view: ConnectSessionView['data'] = {
  expires_at: '2030-01-01T00:00:00.000Z',
  end_user: null,
  organization: null,
  integrations: [{ integration_id: 'sync', provider: 'pingone-cc', display_name: 'Directory sync' }],
  connections: [],
};
const reconnect = {
  connection_id: 'cnn_1',
  integration_id: 'sync',
  connection_config: { environmentId: '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11', tld: 'eu' },
};

describe('reading a session', () => {
  it('reads what may be connected, and that nothing is reconnected', () => {
    expect(readSession({ data: view })).toEqual({
      integrations: [
        {
          integrationId: 'sync',
          provider: 'pingone-cc',
          displayName: 'Directory sync',
          needsClient: false,
          copies: {},
          values: {},
        },
      ],
      reconnect: undefined,
      connections: [],
    });
  });

  it('reads what an application must be set up with for a sign-in', () => {
    const signIn = { needs_client: true, redirect_uri: 'https://app.example/latchkey/oauth/callback', scopes: ['openid', 'email'] };
    const [row] = view.integrations;
    expect(readSession({ data: { ...view, integrations: [{ ...row, ...signIn }] } })?.integrations[0]).toMatchObject({
      needsClient: true,
      copies: { redirect_uri: 'https://app.example/latchkey/oauth/callback', scopes: 'openid email' },
    });
  });

  it('reads what the host knows already, by field', () => {
    const [row] = view.integrations;
    const known = { environmentId: '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11', tld: 'eu' };
    const integrations = [{ ...row, connection_config: { ...known, later: 1 } }];
    expect(readSession({ data: { ...view, integrations } })?.integrations[0]?.values).toEqual(known);
  });

  it('reads what is known of the connection to reconnect, by field', () => {
    const session = readSession({ data: { ...view, reconnect: { ...reconnect, client_id: '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40' } } });
    expect(session?.reconnect).toEqual({
      connectionId: 'cnn_1',
      integrationId: 'sync',
      values: { ...reconnect.connection_config, client_id: '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40' },
    });
  });

  it('knows no client ID when the server no longer does', () => {
    expect(readSession({ data: { ...view, reconnect } })?.reconnect?.values).toEqual(reconnect.connection_config);
  });

  it('leaves out a reconnection that it cannot read', () => {
    expect(readSession({ data: { ...view, reconnect: { connection_id: 'cnn_1' } } })?.reconnect).toBeUndefined();
  });

  it.each([undefined, null, 'x', {}, { data: {} }, { data: { integrations: 'x' } }])('reads no session out of %j', (body) => {
    expect(readSession(body)).toBeUndefined();
  });
});
