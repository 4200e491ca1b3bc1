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

/** One environment, as PingOne's API answers it. */
export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly region: string;
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
  connection: () => call<ConnectionSummary | null>('GET', '/pingone/connection'),
  disconnect: () => call<null>('DELETE', '/pingone/connection'),
  environments: () => call<{ _embedded: { environments: readonly Environment[] } }>('GET', '/pingone/environments'),
  sessionToken: async () => (await call<{ token: string }>('POST', '/pingone/session')).token,
};
