/**
 * The client credentials grant, sentence by sentence, as far as it binds a client.
 *
 * @see [RFC 6749 §4.4](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4)
 */

import { findProvider, readSign, type Provider, type Sign } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import { checkOptions } from '../src/check-options.ts';
import { readTokenResponse, type TokenReading } from '../src/oauth/read-token-response.ts';
import type { OutboundRequest } from '../src/oauth/send.ts';
import { buildTokenRequest } from '../src/oauth/token-request.ts';
import { generateSecretKey } from '../src/secret-key.ts';
import { generateEncryptionKey } from '../src/vault/encryption-key.ts';

const provider = findProvider('pingone-cc') as Provider;
const endpoint = { issuer: 'https://auth.example/env/as', token: 'https://auth.example/env/as/token' };
const client = { clientId: 'an id', clientSecret: 'pä$$+w&o=r:d' };
const sentAt = new Date('2026-11-20T10:00:00.000Z');

const post = (): Promise<OutboundRequest> => buildTokenRequest(endpoint, client, { method: 'CLIENT_SECRET_POST', encoding: 'form' });
const basic = (): Promise<OutboundRequest> => buildTokenRequest(endpoint, client, { method: 'CLIENT_SECRET_BASIC', encoding: 'form' });

function respond(
  status: number,
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<TokenReading> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readTokenResponse(endpoint, client.clientId, { status, headers: new Headers(headers), body: text }, sentAt);
}

async function expectTokens(body: Readonly<Record<string, unknown>>) {
  const reading = await respond(200, body);
  if (!('tokens' in reading)) throw new Error('The response was not taken.');
  return reading.tokens;
}

async function expectInvalid(body: unknown, status = 200): Promise<void> {
  expect(await respond(status, body)).toMatchObject({ answer: { transport: 'invalid' } });
}

const good = { access_token: '2YotnFZFEjr1zCsicMWpAA', token_type: 'Bearer', expires_in: 3600 };

describe('RFC 6749 §2.3.1, Client Password', () => {
  it('“encoded using the "application/x-www-form-urlencoded" encoding algorithm”, id and secret each, then Basic', async () => {
    const { headers } = await basic();
    const pair = Buffer.from(headers['authorization']?.slice('Basic '.length) ?? '', 'base64').toString();
    expect(pair).toBe('an+id:p%C3%A4%24%24%2Bw%26o%3Dr%3Ad');
    const [id, secret] = pair.split(':').map((part) => new URLSearchParams(`v=${part}`).get('v'));
    expect([id, secret]).toEqual([client.clientId, client.clientSecret]);
  });

  it('“client_id REQUIRED”, “client_secret REQUIRED” when they are in the body', async () => {
    const body = new URLSearchParams((await post()).body);
    expect([body.get('client_id'), body.get('client_secret')]).toEqual([client.clientId, client.clientSecret]);
  });

  it('“MUST NOT be included in the request URI”', async () => {
    for (const { url } of [await post(), await basic()]) expect(url).toBe(endpoint.token);
  });

  it('§2.3: “MUST NOT use more than one authentication method in each request”', async () => {
    expect((await post()).headers['authorization']).toBeUndefined();
    expect((await basic()).body).not.toMatch(/client_(?:id|secret)/);
  });

  it('“MUST require the use of TLS”: no other host than loopback may be asked without', () => {
    const options = (auth: string) => ({
      publicUrl: 'https://app.example',
      encryptionKeys: [generateEncryptionKey()],
      secretKeys: [generateSecretKey()],
      integrations: [{ id: 'a', provider: provider.id }],
      providerHosts: { pingone: { ...provider.hosts, auth } },
    });
    expect(() => checkOptions(options('http://auth.example/{tld}'))).toThrow(/providerHosts/);
    expect(checkOptions(options('http://127.0.0.1:1/{tld}'))).toBeDefined();
    expect(Object.values(provider.hosts).every((host) => host.startsWith('https://'))).toBe(true);
  });
});

describe('RFC 6749 §3.2, Token Endpoint', () => {
  it('“The client MUST use the HTTP "POST" method”', async () => {
    for (const { method } of [await post(), await basic()]) expect(method).toBe('POST');
  });

  it('“MUST NOT include a fragment component”', () => {
    expect(provider.endpoints.token).not.toContain('#');
  });

  it('“MUST NOT be included more than once”', async () => {
    for (const { body } of [await post(), await basic()]) {
      const names = [...new URLSearchParams(body).keys()];
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('RFC 6749 §4.4.2, Access Token Request', () => {
  it('“"application/x-www-form-urlencoded" format … with a character encoding of UTF-8”', async () => {
    const { headers, body } = await post();
    expect(headers['content-type']).toMatch(/^application\/x-www-form-urlencoded;\s*charset=utf-8$/i);
    expect(body).toContain('p%C3%A4');
  });

  it('“grant_type REQUIRED. Value MUST be set to "client_credentials"”', async () => {
    for (const { body } of [await post(), await basic()]) expect(new URLSearchParams(body).get('grant_type')).toBe('client_credentials');
  });

  it('“scope OPTIONAL”: none is asked for', async () => {
    expect(new URLSearchParams((await post()).body).has('scope')).toBe(false);
  });

  it('“The client MUST authenticate”', async () => {
    expect((await post()).body).toContain('client_secret=');
    expect((await basic()).headers['authorization']).toMatch(/^Basic /);
  });
});

describe('RFC 6749 §4.4.3, Access Token Response', () => {
  it('“A refresh token SHOULD NOT be included”: one that is, is not kept', async () => {
    const tokens = await expectTokens({ ...good, refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA' });
    expect(JSON.stringify(tokens)).not.toContain('tGzv3JOkF0XG5Qx2TlKWIA');
  });
});

describe('RFC 6749 §5.1, Successful Response', () => {
  it('“access_token REQUIRED”', async () => {
    expect((await expectTokens(good)).accessToken).toBe(good.access_token);
    for (const access_token of [undefined, null, '', 7, {}, 'two\nlines', 'ein Wört']) await expectInvalid({ ...good, access_token });
  });

  it('“token_type REQUIRED … Value is case insensitive”', async () => {
    for (const token_type of ['bearer', 'Bearer', 'BEARER'])
      expect((await expectTokens({ ...good, token_type })).accessToken).toBe(good.access_token);
    for (const token_type of [undefined, '', 5]) await expectInvalid({ ...good, token_type });
  });

  it('§7.1: “The client MUST NOT use an access token if it does not understand the token type”', async () => {
    for (const token_type of ['mac', 'DPoP', 'N_A']) await expectInvalid({ ...good, token_type });
  });

  it('“expires_in RECOMMENDED. The lifetime in seconds”, counted from the request', async () => {
    expect((await expectTokens(good)).expiresAt).toEqual(new Date('2026-11-20T11:00:00.000Z'));
    expect((await expectTokens({ ...good, expires_in: '60' })).expiresAt).toEqual(new Date('2026-11-20T10:01:00.000Z'));
  });

  it('“If omitted, the authorization server SHOULD provide the expiration time via other means”: it is taken to be short', async () => {
    const { expires_in: _omitted, ...rest } = good;
    expect((await expectTokens(rest)).expiresAt).toEqual(new Date('2026-11-20T10:05:00.000Z'));
  });

  it('an expires_in that is no lifetime is refused, and one beyond belief is cut to a day', async () => {
    for (const expires_in of [-1, 'soon', null, {}]) await expectInvalid({ ...good, expires_in });
    expect((await expectTokens({ ...good, expires_in: 1e12 })).expiresAt).toEqual(new Date('2026-11-21T10:00:00.000Z'));
  });

  it('“scope OPTIONAL, if identical … otherwise, REQUIRED”: it may be there', async () => {
    expect((await expectTokens({ ...good, scope: 'a b' })).raw['scope']).toBe('a b');
    await expectInvalid({ ...good, scope: ['a'] });
  });

  it('“serialized into a JavaScript Object Notation (JSON) structure … at the highest structure level”', async () => {
    for (const body of ['', 'access_token=a&token_type=bearer', '[]', '"a"', '{"access_token":', '<html>']) await expectInvalid(body);
  });

  it('“The client MUST ignore unrecognized value names in the response”', async () => {
    expect((await expectTokens({ ...good, example_parameter: 'example_value' })).accessToken).toBe(good.access_token);
  });

  it('“The client should avoid making assumptions about value sizes”', async () => {
    const access_token = 'a'.repeat(20_000);
    expect((await expectTokens({ ...good, access_token })).accessToken).toBe(access_token);
  });

  it('“200 (OK) status code”: no other one is a success', async () => {
    for (const status of [201, 202, 203, 302, 304]) await expectInvalid(good, status);
  });
});

describe('RFC 6749 §5.2, Error Response', () => {
  const signs: readonly [string, number, Sign][] = [
    ['invalid_client', 401, 'client_refused'],
    ['invalid_client', 400, 'client_refused'],
    ['unauthorized_client', 400, 'grant_refused'],
    ['unsupported_grant_type', 400, 'grant_refused'],
    ['invalid_scope', 400, 'scope_refused'],
    ['invalid_request', 400, 'refused'],
    ['invalid_grant', 400, 'refused'],
    ['something_new', 400, 'refused'],
  ];

  it.each(signs)('“error REQUIRED. A single ASCII error code”: %s with status %d is %s', async (error, status, sign) => {
    const reading = await respond(status, { error });
    expect(reading).toMatchObject({ answer: { status, error } });
    expect('answer' in reading && readSign(provider.signs, reading.answer)).toBe(sign);
  });

  it('“error_description OPTIONAL”, “error_uri OPTIONAL”', async () => {
    const reading = await respond(400, { error: 'invalid_request', error_description: 'why', error_uri: 'https://evil.example' });
    expect(reading).toEqual({ answer: { step: 'token', status: 400, error: 'invalid_request', description: 'why' }, mayBeSpent: false });
  });

  it('“MUST … include the "WWW-Authenticate" response header field” when Basic was used: with or without, the error is read', async () => {
    const reading = await respond(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="as"' });
    expect(reading).toMatchObject({ answer: { status: 401, error: 'invalid_client' } });
  });

  it('an error that comes with status 200 is no success', async () => {
    await expectInvalid({ error: 'invalid_client' });
  });

  it('an error status whose body is no JSON is read by its status', async () => {
    const reading = await respond(503, '<html>');
    expect('answer' in reading && readSign(provider.signs, reading.answer)).toBe('unavailable');
  });
});
