import { createHash } from 'node:crypto';
import type { Sandbox } from '../create-sandbox.ts';
import type { Seeded } from './ask-sandbox.ts';
import { buildAuthUrl } from './ask-sandbox.ts';

/** The redirect URI that the tests use. Nothing listens there: nobody follows it. */
export const CALLBACK = 'http://localhost:4001/latchkey/oauth/callback';
/** The code verifier of the tests. */
export const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-42';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** A browser without a screen: it keeps cookies by path, and follows redirects inside the sandbox. */
export interface Browser {
  /** Opens an address, and what it leads to, until there is a page or an address of somebody else. */
  readonly open: (url: string, form?: Readonly<Record<string, string>>) => Promise<Landing>;
}

/** Where a browser ends up. */
export interface Landing {
  /** The address of the page, or the address of somebody else to which the browser was sent. */
  readonly url: URL;
  readonly response: Response;
}

export function openBrowser(sandbox: Pick<Sandbox, 'url'>): Browser {
  const cookies = new Map<string, { readonly path: string; readonly pair: string }>();
  const open = async (url: string, form?: Readonly<Record<string, string>>): Promise<Landing> => {
    const { pathname } = new URL(url);
    const sent = [...cookies.values()].filter(({ path }) => pathname.startsWith(path)).map(({ pair }) => pair);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: sent.join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const key = `${pair.split('=')[0]}@${path}`;
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(key);
      else cookies.set(key, { path, pair });
    }
    const location = response.headers.get('location');
    if (location === null) return { url: new URL(url), response };
    const next = new URL(location, url);
    return next.href.startsWith(sandbox.url) ? open(next.href) : { url: next, response };
  };
  return { open };
}

/** The address at which a sign-on begins. What is `undefined` is left out. */
export function buildAuthorizeUrl(
  sandbox: Pick<Sandbox, 'hosts'>,
  seeded: Seeded,
  params: Readonly<Record<string, string | undefined>> = {},
): string {
  const { tld, environmentId } = seeded.environment;
  const url = new URL(buildAuthUrl(sandbox, tld, environmentId, '/authorize'));
  const all = {
    client_id: seeded.clientId,
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid profile email p1:read:user p1:update:user',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...params,
  };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** Signs the first user of the environment on, and tells where the browser is sent. */
export async function signOn(
  sandbox: Pick<Sandbox, 'hosts' | 'url'>,
  seeded: Seeded,
  params: Readonly<Record<string, string | undefined>> = {},
  browser: Browser = openBrowser(sandbox),
): Promise<URL> {
  const { url } = await browser.open(buildAuthorizeUrl(sandbox, seeded, params));
  if (!url.pathname.endsWith('/signon/')) return url;
  const [user] = seeded.environment.users;
  const landing = await browser.open(url.href, { username: user?.username ?? '', password: user?.password ?? '', action: 'sign-on' });
  return landing.url;
}

/** A token answer, read. */
export interface TokenAnswer {
  readonly status: number;
  readonly error?: string;
  readonly error_description?: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope?: string;
  readonly expires_in?: number;
}

/** Asks the token endpoint with Client Secret Post. */
export async function exchange(
  sandbox: Pick<Sandbox, 'hosts'>,
  seeded: Seeded,
  form: Readonly<Record<string, string>>,
  path = '/token',
): Promise<TokenAnswer> {
  const { tld, environmentId } = seeded.environment;
  const body = new URLSearchParams({ client_id: seeded.clientId, client_secret: seeded.clientSecret, ...form });
  const response = await fetch(buildAuthUrl(sandbox, tld, environmentId, path), { method: 'POST', body });
  const text = await response.text();
  return { status: response.status, ...(text === '' ? {} : JSON.parse(text)) };
}

/** Exchanges the code that came with a redirect. */
export function exchangeCode(
  sandbox: Pick<Sandbox, 'hosts'>,
  seeded: Seeded,
  callback: URL,
  form: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  const code = callback.searchParams.get('code') ?? '';
  return exchange(sandbox, seeded, { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: VERIFIER, ...form });
}

/** Signs the first user on, and gets tokens. */
export async function getUserTokens(
  sandbox: Pick<Sandbox, 'hosts' | 'url'>,
  seeded: Seeded,
  params: Readonly<Record<string, string | undefined>> = {},
  browser?: Browser,
): Promise<TokenAnswer> {
  return exchangeCode(sandbox, seeded, await signOn(sandbox, seeded, params, browser));
}

/** Uses a refresh token. */
export function refresh(
  sandbox: Pick<Sandbox, 'hosts'>,
  seeded: Seeded,
  refreshToken: string,
  form: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> {
  return exchange(sandbox, seeded, { grant_type: 'refresh_token', refresh_token: refreshToken, ...form });
}
