/** A customer of the demo app, as its backend knows them. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organization: { readonly id: string; readonly display_name: string };
}

/** What the demo shows of a connection. */
export interface ConnectionSummary {
  readonly status: string;
  readonly environment: { readonly id: string; readonly name: string | null; readonly type: string | null; readonly region: string } | null;
  readonly created_at: string;
}

/** What the demo asks PingOne through a connection, to show that it works. */
export type Sample = { readonly _embedded: { readonly environments: readonly Environment[] } } | UserInfo;

/** One environment, as PingOne's API answers it. */
export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly region: string;
}

/** The user who signed in, as PingOne's `/userinfo` answers. */
export interface UserInfo {
  readonly sub: string;
  readonly preferred_username?: string;
  readonly name?: string;
  readonly email?: string;
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? { method } : { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/api${path}`, init);
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}.`);
  return response.json();
}

export const api = {
  customers: () => call<readonly Customer[]>('GET', '/customers'),
  me: () => call<Customer | null>('GET', '/me'),
  login: (id: string) => call<Customer>('POST', '/login', { id }),
  logout: () => call<null>('POST', '/logout'),
  connection: (integration: string) => call<ConnectionSummary | null>('GET', `/connections/${integration}`),
  disconnect: (integration: string) => call<null>('DELETE', `/connections/${integration}`),
  sample: (integration: string) => call<Sample>('GET', `/connections/${integration}/sample`),
  sessionToken: async (integration: string) => (await call<{ token: string }>('POST', `/connections/${integration}/session`)).token,
};
