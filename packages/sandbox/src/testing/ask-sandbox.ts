import type { Sandbox } from '../create-sandbox.ts';
import type { SandboxEnvironment } from '../environments.ts';

/** A worker of the sandbox, and where it lives. */
export interface Seeded {
  readonly environment: SandboxEnvironment;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Finds a seeded application by its name. */
export function findSeeded(sandbox: Pick<Sandbox, 'environments'>, name: string, environmentName = 'Acme Production'): Seeded {
  const environment = sandbox.environments.find((one) => one.name === environmentName);
  const application = [...(environment?.workers ?? []), ...(environment?.webApps ?? [])].find((one) => one.name === name);
  if (!environment || !application) throw new TypeError(`Nothing is seeded as "${name}" in "${environmentName}".`);
  return { environment, clientId: application.clientId, clientSecret: application.clientSecret };
}

/** What a token request says, where it differs from a plain one. */
export interface TokenAsk {
  readonly method?: 'post' | 'basic' | 'none';
  readonly form?: Readonly<Record<string, string>>;
  readonly tld?: string;
  readonly environmentId?: string;
  readonly signal?: AbortSignal;
}

/** The address of one of an environment's OAuth endpoints. */
export function buildAuthUrl(sandbox: Pick<Sandbox, 'hosts'>, tld: string, environmentId: string, path: string): string {
  return `${sandbox.hosts.auth.replace('{tld}', tld)}/${environmentId}/as${path}`;
}

/** Asks for a worker's token. */
export function askToken(sandbox: Pick<Sandbox, 'hosts'>, seeded: Seeded, ask: TokenAsk = {}): Promise<Response> {
  const { method = 'post', tld = seeded.environment.tld, environmentId = seeded.environment.environmentId, signal } = ask;
  const body = new URLSearchParams({ grant_type: 'client_credentials' });
  const headers: Record<string, string> = {};
  if (method === 'basic') headers['authorization'] = `Basic ${btoa(`${seeded.clientId}:${seeded.clientSecret}`)}`;
  else body.set('client_id', seeded.clientId);
  if (method === 'post') body.set('client_secret', seeded.clientSecret);
  for (const [name, value] of Object.entries(ask.form ?? {})) body.set(name, value);
  return fetch(buildAuthUrl(sandbox, tld, environmentId, '/token'), { method: 'POST', headers, body, ...(signal && { signal }) });
}

/** Gets a worker's access token, which must be given. */
export async function getToken(sandbox: Pick<Sandbox, 'hosts'>, seeded: Seeded): Promise<string> {
  const response = await askToken(sandbox, seeded);
  const { access_token: token } = await response.json();
  if (typeof token !== 'string') throw new TypeError(`No token: status ${response.status}.`);
  return token;
}

/** Asks the API of a region; the path begins with `/v1`. */
export function askApi(sandbox: Pick<Sandbox, 'hosts'>, tld: string, path: string, token?: string): Promise<Response> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return fetch(`${sandbox.hosts.api.replace('{tld}', tld)}${path}`, { headers });
}
