import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

/** Who signs in, and what the issuer does differently from what it should. */
export interface IssuerBehaviour {
  /** Added to the ID token, and put in the place of what is there. */
  claims: JWTPayload;
  /** Told by the user info endpoint alone; `undefined` for no such endpoint. */
  userInfo: JWTPayload | undefined;
  /** Signs with a key that is not published. */
  signsWithAnotherKey: boolean;
  /** The one way in which it lets a client prove itself. */
  clientAuth: 'basic' | 'post';
  /** Answers each authorization request with this error. */
  refuses: string | undefined;
}

/** A small OpenID Connect provider on loopback. */
export interface TestIssuer {
  readonly url: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** To be changed by a test, and put back. */
  readonly behaviour: IssuerBehaviour;
  /** Resets the behaviour. */
  behave(): void;
  /** Signs somebody in at the address that a browser was sent to. @returns The address that the browser is sent back to. */
  authorize(url: string): URL;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'latchkey-console', clientSecret: 'console-secret-~.%+' };
const REDIRECT_URI = /^http:\/\/127\.0\.0\.1:\d+\/.*\/console\/api\/oidc\/callback$/;

/** Starts it. @param now Its clock. */
export async function startIssuer(now: () => Date): Promise<TestIssuer> {
  const [published, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(published.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { challenge: string; nonce: string; redirectUri: string }>();
  const usual = (): IssuerBehaviour => ({
    claims: { groups: ['admins'] },
    userInfo: undefined,
    signsWithAnotherKey: false,
    clientAuth: 'basic',
    refuses: undefined,
  });
  const behaviour = usual();

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, body: unknown): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json', ...(status === 401 && { 'www-authenticate': 'Basic' }) })
        .end(JSON.stringify(body));
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return send(200, {
          issuer: url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/jwks`,
          ...(behaviour.userInfo && { userinfo_endpoint: `${url}/userinfo` }),
          authorization_response_iss_parameter_supported: true,
          scopes_supported: ['openid', 'groups'],
        });
      case '/jwks':
        return send(200, { keys: [jwk] });
      case '/userinfo':
        return send(200, { sub: 'person-1', ...behaviour.userInfo });
      case '/token':
        return giveToken(new URLSearchParams(await readText(request)), request.headers.authorization, send);
      default:
        return send(404, {});
    }
  };

  const giveToken = async (
    form: URLSearchParams,
    authorization: string | undefined,
    send: (status: number, body: unknown) => void,
  ): Promise<void> => {
    const secret = behaviour.clientAuth === 'basic' ? readBasic(authorization).get(CLIENT.clientId) : form.get('client_secret');
    if (secret !== CLIENT.clientSecret) return send(401, { error: 'invalid_client' });
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge || code.redirectUri !== form.get('redirect_uri')) return send(400, { error: 'invalid_grant' });
    const seconds = Math.floor(now().getTime() / 1000);
    const claims = { iss: url, aud: CLIENT.clientId, sub: 'person-1', name: 'Grace', nonce: code.nonce, iat: seconds, exp: seconds + 300 };
    const idToken = await new SignJWT({ ...claims, ...behaviour.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign((behaviour.signsWithAnotherKey ? other : published).privateKey);
    return send(200, { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: idToken });
  };

  return {
    url,
    client: CLIENT,
    behaviour,
    behave: () => void Object.assign(behaviour, usual()),
    authorize(target) {
      const { pathname, searchParams } = new URL(target);
      const get = (name: string): string => searchParams.get(name) ?? '';
      if (pathname !== '/authorize' || get('response_type') !== 'code' || get('client_id') !== CLIENT.clientId) throw new Error(target);
      if (!REDIRECT_URI.test(get('redirect_uri')) || get('code_challenge_method') !== 'S256' || !get('scope').includes('openid'))
        throw new Error(target);
      const back = new URL(get('redirect_uri'));
      back.searchParams.set('state', get('state'));
      back.searchParams.set('iss', url);
      if (behaviour.refuses !== undefined) back.searchParams.set('error', behaviour.refuses);
      else {
        const code = `code-${codes.size}-${Math.random()}`;
        codes.set(code, { challenge: get('code_challenge'), nonce: get('nonce'), redirectUri: get('redirect_uri') });
        back.searchParams.set('code', code);
      }
      return back;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Reads id and secret, encoded as RFC 6749 §2.3.1 wants it. */
function readBasic(header = ''): URLSearchParams {
  const pair = Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8');
  return new URLSearchParams(pair.replace(':', '='));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
