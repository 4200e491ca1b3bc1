import type { ConnectedBody, ConnectSessionView } from '@latchkey/protocol';

/** A `fetch` that answers for a server: the preview sends nothing anywhere. */
export function createPreviewFetch(): typeof fetch {
  return async (input, init) => {
    const { method, url } = new Request(input, init);
    const { pathname } = new URL(url);
    if (method === 'GET' && pathname.endsWith('/connect/session')) return Response.json({ data: session });
    if (method === 'GET' && pathname.endsWith('/connect/regions')) return Response.json({ data: { region: 'EU', tld: 'eu' } });
    return Response.json({ data: connected }, { status: 201 });
  };
}

const session: ConnectSessionView['data'] = {
  end_user: { id: 'preview' },
  organization: null,
  integrations: [{ integration_id: 'pingone-cc', provider: 'pingone-cc', display_name: 'PingOne', needs_client: false }],
  connections: [],
  expires_at: '2100-01-01T00:00:00.000Z',
};

const connected: ConnectedBody['data'] = {
  connection_id: 'preview',
  integration_id: 'pingone-cc',
  provider: 'pingone-cc',
  status: 'active',
  environment: { id: '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11', name: 'Example environment', type: 'SANDBOX', region: 'EU' },
  access: [
    { name: 'read_environment', allowed: true },
    { name: 'read_users', allowed: true },
  ],
  notices: [],
};
