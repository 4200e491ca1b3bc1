/**
 * The authorization code grant, sentence by sentence, as far as it binds a client.
 *
 * @see [RFC 6749 §4.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1)
 */

import { explainFailure, findProvider, type Provider } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import { buildAuthorizationUrl, generateAuthorizationSecrets } from '../src/oauth/authorization-request.ts';
import { readAuthorizationResponse } from '../src/oauth/authorization-response.ts';
import { readTokenResponse } from '../src/oauth/read-token-response.ts';
import { buildTokenRequest } from '../src/oauth/token-request.ts';

const provider = findProvider('pingone') as Provider;
const endpoint = { issuer: 'https://auth.example/env/as', token: 'https://auth.example/env/as/token' };
const client = { clientId: 'an id', clientSecret: 'a secret' };
const redirectUri = 'https://app.example/latchkey/oauth/callback';
const secrets = generateAuthorizationSecrets();
const order = {
  ...secrets,
  endpoint: 'https://auth.example/env/as/authorize?kept=yes',
  clientId: client.clientId,
  redirectUri,
  scopes: ['openid', 'p1:read:user'],
};
const grant = { type: 'authorization_code', code: 'a code', redirectUri, codeVerifier: secrets.codeVerifier } as const;
const sentAt = new Date('2026-11-20T10:00:00.000Z');

const requestParameters = async () => new URL(await buildAuthorizationUrl(order)).searchParams;
const read = (query: string) =>
  readAuthorizationResponse(new URLSearchParams(query), {
    clientId: client.clientId,
    state: 'the-state',
    issuers: [endpoint.issuer],
    namesIssuer: false,
  });
const exchange = async (method: 'CLIENT_SECRET_POST' | 'CLIENT_SECRET_BASIC' = 'CLIENT_SECRET_POST') => {
  const request = await buildTokenRequest(endpoint, client, { method, encoding: 'form' }, grant);
  return { ...request, form: new URLSearchParams(request.body) };
};

describe('RFC 6749 §4.1.1, Authorization Request', () => {
  it.each([
    ['response_type', '“REQUIRED. Value MUST be set to "code".”', 'code'],
    ['client_id', '“REQUIRED. The client identifier”', client.clientId],
    ['redirect_uri', '“OPTIONAL”, and always sent, whole', redirectUri],
    // PingOne: the separator is a space, and the scopes of OpenID Connect go together with those of self-management.
    ['scope', '“OPTIONAL”, delimited by spaces (§3.3)', 'openid p1:read:user'],
    ['state', '“RECOMMENDED”, and always sent', secrets.state],
  ])('%s: %s', async (name, _sentence, value) => {
    expect((await requestParameters()).getAll(name)).toEqual([value]);
  });

  it('“using the "application/x-www-form-urlencoded" format”: a query that the endpoint has is kept (§3.1)', async () => {
    expect((await requestParameters()).get('kept')).toBe('yes');
  });

  it('§3.3: without scopes the parameter is left out, not empty', async () => {
    const url = await buildAuthorizationUrl({ ...order, scopes: [] });
    expect(new URL(url).searchParams.has('scope')).toBe(false);
  });

  it('§10.10: “The probability of an attacker guessing generated tokens … MUST be less than or equal to 2^(-128)”', () => {
    const made = Array.from({ length: 200 }, generateAuthorizationSecrets).flatMap(({ state, nonce, codeVerifier }) => [
      state,
      nonce,
      codeVerifier,
    ]);
    expect(new Set(made).size).toBe(600);
    expect(made.every((secret) => /^[\w-]{43}$/.test(secret))).toBe(true);
  });

  it('§2.3.1: the secret “MUST NOT be included in the request URI”', async () => {
    expect(await buildAuthorizationUrl(order)).not.toContain('secret');
  });
});

describe('RFC 6749 §4.1.2, Authorization Response', () => {
  it('code: “REQUIRED”', () => {
    expect(read('code=SplxlOBeZQQYbYS6WxSbIA&state=the-state')).toEqual({ code: 'SplxlOBeZQQYbYS6WxSbIA' });
    for (const query of ['state=the-state', 'code=&state=the-state'])
      expect(read(query)).toMatchObject({ answers: [{ transport: 'invalid' }] });
  });

  it('state: “REQUIRED … The exact value received from the client”', () => {
    for (const query of ['code=a', 'code=a&state=', 'code=a&state=The-State']) expect(read(query)).not.toHaveProperty('code');
  });

  it('“The client MUST ignore unrecognized response parameters.”', () => {
    // PingOne: nothing beside code and state is documented; a session state may come with it.
    expect(read('code=a&state=the-state&session_state=x&unheard=of')).toEqual({ code: 'a' });
  });

  it('§3.1: parameters “MUST NOT be included more than once”', () => {
    for (const twice of ['code=b', 'state=the-state', 'error=x&error=y'])
      expect(read(`code=a&state=the-state&${twice}`)).not.toHaveProperty('code');
  });

  it('a response of another type than was asked for is none', () => {
    for (const other of ['id_token=x', 'token=x', 'response=x']) expect(read(`code=a&state=the-state&${other}`)).not.toHaveProperty('code');
  });
});

describe('RFC 6749 §4.1.2.1, Error Response', () => {
  it.each([
    ['access_denied', 'consent_refused'],
    ['invalid_scope', 'scope_refused'],
    ['unauthorized_client', 'wrong_application_type'],
    ['unsupported_response_type', 'wrong_application_type'],
    ['invalid_request', 'authorization_refused'],
    ['server_error', 'provider_unavailable'],
    ['temporarily_unavailable', 'provider_unavailable'],
    // OpenID Connect Core 1.0 §3.1.2.6.
    ['login_required', 'login_required'],
  ])('“%s” is explained as %s', (error, code) => {
    const reading = read(`error=${error}&state=the-state`);
    expect('answers' in reading && explainFailure(provider, reading.answers, reading.facts).code).toBe(code);
  });

  it('an error that comes with a code ends the attempt', () => {
    expect(read('code=a&error=access_denied&state=the-state')).not.toHaveProperty('code');
  });

  it('error_description: “OPTIONAL”; the provider’s id in it is kept, its words are not shown', () => {
    // PingOne: the description ends with the correlation ID.
    const description = encodeURIComponent('Denied <b> (Correlation ID: 75a43f56-a174-4f1a-9c89-841e0f949d32)');
    const reading = read(`error=access_denied&error_description=${description}&state=the-state`);
    const explanation = 'answers' in reading && explainFailure(provider, reading.answers, reading.facts);
    expect(explanation).toMatchObject({ correlationId: '75a43f56-a174-4f1a-9c89-841e0f949d32' });
    expect(JSON.stringify(explanation)).not.toContain('<b>');
  });
});

describe('RFC 6749 §4.1.3, Access Token Request', () => {
  it.each([
    ['grant_type', '“REQUIRED. Value MUST be set to "authorization_code".”', 'authorization_code'],
    ['code', '“REQUIRED. The authorization code received”', 'a code'],
    ['redirect_uri', '“REQUIRED … their values MUST be identical”', redirectUri],
    ['client_id', '“REQUIRED, if the client is not authenticating”, and with Post', client.clientId],
  ])('%s: %s', async (name, _sentence, value) => {
    expect((await exchange()).form.getAll(name)).toEqual([value]);
  });

  it('“using the "application/x-www-form-urlencoded" format … in the HTTP request entity-body”, with POST (§3.2)', async () => {
    const { method, url, headers } = await exchange();
    expect([method, url]).toEqual(['POST', endpoint.token]);
    expect(headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it('§2.3: “MUST NOT use more than one authentication method in each request”', async () => {
    expect((await exchange()).headers['authorization']).toBeUndefined();
    expect((await exchange('CLIENT_SECRET_BASIC')).form.has('client_secret')).toBe(false);
  });
});

describe('RFC 6749 §4.1.4, Access Token Response', () => {
  const respond = (body: unknown, status = 200) =>
    readTokenResponse(
      endpoint,
      client.clientId,
      { status, headers: new Headers(), body: JSON.stringify(body) },
      sentAt,
      'authorization_code',
    );
  const good = { access_token: '2YotnFZFEjr1zCsicMWpAA', token_type: 'Bearer', expires_in: 3600 };

  it('“an access token and optional refresh token”', async () => {
    expect(await respond(good)).toMatchObject({ tokens: { accessToken: good.access_token } });
    expect(await respond({ ...good, refresh_token: 'tGzv3J' })).toMatchObject({ tokens: { refreshToken: 'tGzv3J' } });
    // PingOne: a missing refresh token is a setting of the application; it is a warning, no failure.
    expect((await respond(good)) as object).not.toHaveProperty('tokens.refreshToken');
  });

  it('“The client MUST ignore unrecognized value names in the response.” (§5.1)', async () => {
    expect(await respond({ ...good, unheard: 'of' })).toHaveProperty('tokens');
  });

  it('a refresh token that is no text is not a success', async () => {
    expect(await respond({ ...good, refresh_token: 7 })).toMatchObject({ answer: { transport: 'invalid' } });
  });
});

describe('RFC 6749 §5.2, Error Response to a code', () => {
  const respond = (status: number, body: unknown) =>
    readTokenResponse(
      endpoint,
      client.clientId,
      { status, headers: new Headers(), body: JSON.stringify(body) },
      sentAt,
      'authorization_code',
    );

  it.each([
    ['invalid_grant', 400, 'code_refused'],
    // PingOne: nobody has written down which status goes with it, so either is read.
    ['invalid_grant', 401, 'code_refused'],
    // PingOne: an unknown client and a wrong secret get one text; the answers to both methods together tell them apart.
    ['invalid_client', 401, 'unknown_client'],
    ['unauthorized_client', 400, 'wrong_application_type'],
    ['unsupported_grant_type', 400, 'wrong_application_type'],
    ['invalid_scope', 400, 'scope_refused'],
    ['invalid_request', 400, 'provider_refused'],
  ])('“%s” with status %i is explained as %s', async (error, status, code) => {
    const reading = await respond(status, { error });
    expect('answer' in reading && explainFailure(provider, [reading.answer], ['code_presented']).code).toBe(code);
    expect(reading).toMatchObject({ mayBeSpent: false });
  });
});

describe('RFC 6749 §6, Refreshing an Access Token', () => {
  const refresh = async () => {
    const attempt = { method: 'CLIENT_SECRET_POST', encoding: 'form' } as const;
    const request = await buildTokenRequest(endpoint, client, attempt, { type: 'refresh_token', refreshToken: 'tGzv3JOkF0XG5Qx2TlKWIA' });
    return { ...request, form: new URLSearchParams(request.body) };
  };

  it.each([
    ['grant_type', '“REQUIRED. Value MUST be set to "refresh_token".”', ['refresh_token']],
    ['refresh_token', '“REQUIRED. The refresh token issued to the client.”', ['tGzv3JOkF0XG5Qx2TlKWIA']],
    ['scope', '“OPTIONAL … if omitted is treated as equal to the scope originally granted”', []],
  ])('%s: %s', async (name, _sentence, values) => {
    expect((await refresh()).form.getAll(name)).toEqual(values);
  });

  it('“the client MUST authenticate with the authorization server”', async () => {
    expect((await refresh()).form.get('client_secret')).toBe(client.clientSecret);
  });

  it('“The authorization server MAY issue a new refresh token”: with and without one the answer is taken', async () => {
    const body = (more: object) => JSON.stringify({ access_token: 'a', token_type: 'Bearer', ...more });
    for (const more of [{}, { refresh_token: 'next' }]) {
      const received = { status: 200, headers: new Headers(), body: body(more) };
      expect(await readTokenResponse(endpoint, client.clientId, received, sentAt, 'refresh_token')).toHaveProperty('tokens');
    }
  });

  it('OpenID Connect Core 1.0 §12.2: an ID token in the answer “might not contain an id_token”, and is not used', async () => {
    const received = {
      status: 200,
      headers: new Headers(),
      body: JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: 'x.y.z' }),
    };
    const reading = await readTokenResponse(endpoint, client.clientId, received, sentAt, 'refresh_token');
    expect(reading).toHaveProperty('tokens');
    expect(JSON.stringify(reading)).not.toContain('x.y.z');
  });
});
