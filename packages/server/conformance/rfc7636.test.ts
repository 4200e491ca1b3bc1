/**
 * Proof Key for Code Exchange, sentence by sentence, as far as it binds a client.
 *
 * @see [RFC 7636](https://www.rfc-editor.org/rfc/rfc7636.html)
 */

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildAuthorizationUrl, generateAuthorizationSecrets } from '../src/oauth/authorization-request.ts';
import { buildTokenRequest } from '../src/oauth/token-request.ts';

const order = {
  ...generateAuthorizationSecrets(),
  endpoint: 'https://auth.example/env/as/authorize',
  clientId: 'an id',
  redirectUri: 'https://app.example/oauth/callback',
  scopes: ['openid'],
};
const parametersOf = async (codeVerifier: string) => new URL(await buildAuthorizationUrl({ ...order, codeVerifier })).searchParams;

describe('RFC 7636 §4.1, Client Creates a Code Verifier', () => {
  it('“with a minimum length of 43 characters and a maximum length of 128 characters”, of unreserved ones', () => {
    for (let times = 0; times < 100; times += 1) expect(generateAuthorizationSecrets().codeVerifier).toMatch(/^[\w.~-]{43,128}$/);
  });

  it('§7.1: “SHOULD be created … with at least 256 bits of entropy”', () => {
    const verifiers = Array.from({ length: 500 }, () => generateAuthorizationSecrets().codeVerifier);
    expect(new Set(verifiers).size).toBe(500);
    expect(Buffer.from(verifiers[0] ?? '', 'base64url')).toHaveLength(32);
  });
});

describe('RFC 7636 §4.2, Client Creates the Code Challenge', () => {
  it('“code_challenge = BASE64URL-ENCODE(SHA256(ASCII(code_verifier)))”', async () => {
    const expected = createHash('sha256').update(order.codeVerifier).digest('base64url');
    expect((await parametersOf(order.codeVerifier)).get('code_challenge')).toBe(expected);
  });

  it('Appendix B: the example comes out', async () => {
    const parameters = await parametersOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(parameters.get('code_challenge')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  // PingOne: advertises "plain" too, and lets an application demand S256; S256 is always sent, so every setting is served.
  it('“it MUST use "S256", as "S256" is Mandatory To Implement”', async () => {
    expect((await parametersOf(order.codeVerifier)).getAll('code_challenge_method')).toEqual(['S256']);
  });
});

describe('RFC 7636 §4.3, Client Sends the Code Challenge', () => {
  it('“code_challenge REQUIRED”, and the verifier is not sent with it', async () => {
    const url = await buildAuthorizationUrl(order);
    expect(url).toContain('code_challenge=');
    expect(url).not.toContain(order.codeVerifier);
  });
});

describe('RFC 7636 §4.5, Client Sends the Authorization Code and the Code Verifier', () => {
  it('“code_verifier REQUIRED”', async () => {
    const { codeVerifier, redirectUri } = order;
    const { body } = await buildTokenRequest(
      { issuer: 'https://auth.example/env/as', token: 'https://auth.example/env/as/token' },
      { clientId: 'an id', clientSecret: 'a secret' },
      { method: 'CLIENT_SECRET_BASIC', encoding: 'form' },
      { type: 'authorization_code', code: 'a', redirectUri, codeVerifier },
    );
    expect(new URLSearchParams(body).getAll('code_verifier')).toEqual([codeVerifier]);
  });
});
