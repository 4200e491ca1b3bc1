import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from './create-sandbox.ts';
import { createSandbox } from './create-sandbox.ts';
import { createSwitchBoard } from './switches.ts';
import type { Seeded, TokenAsk } from './testing/ask-sandbox.ts';
import { askApi, askToken, findSeeded } from './testing/ask-sandbox.ts';
import { buildAuthorizeUrl, exchange, getUserTokens, refresh, signOn } from './testing/browse.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox({ port: 0 });
});

afterEach(() => sandbox.close());

const UNKNOWN = { environmentId: '5f0c1d5e-7b0a-4a86-9f5e-3d3c4a5b6c7d' };
const BASIC = { method: 'basic' } as const;

/** Form-encodes every character that is neither a letter nor a digit, as strict clients do for HTTP Basic. */
function encodeStrictly(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What is asked, and how the answer begins: status and error, code or first line. */
const cases: readonly (readonly [string, string, string, TokenAsk, string])[] = [
  ['unknown_environment', 'platform-404', 'Worker with Post', UNKNOWN, '404 NOT_FOUND'],
  ['unknown_environment', 'oauth-400', 'Worker with Post', UNKNOWN, '400 invalid_request'],
  ['unknown_environment', 'html-404', 'Worker with Post', UNKNOWN, '404 <!doctype html>'],
  ['malformed_environment', 'platform-404', 'Worker with Post', { environmentId: 'acme' }, '404 NOT_FOUND'],
  ['malformed_environment', 'platform-400', 'Worker with Post', { environmentId: 'acme' }, '400 INVALID_DATA'],
  ['disabled_application', 'after-secret', 'Disabled worker', {}, '401 invalid_client Invalid client credentials'],
  ['disabled_application', 'after-secret', 'Disabled worker', BASIC, '401 invalid_client Unsupported authentication method'],
  ['disabled_application', 'before-method', 'Disabled worker', {}, '401 invalid_client Invalid client credentials'],
  ['disabled_application', 'before-method', 'Disabled worker', BASIC, '401 invalid_client Invalid client credentials'],
  ['disabled_application', 'explicit-text', 'Disabled worker', {}, '401 invalid_client The application is disabled'],
  ['disabled_application', 'forbidden', 'Disabled worker', {}, '403 access_denied Access denied'],
  ['no_role_status', '403', 'Worker without roles', {}, '403 access_denied'],
  ['no_role_status', '400', 'Worker without roles', {}, '400 access_denied'],
  ['grant_not_enabled', 'unauthorized_client', 'Acme Portal', {}, '400 unauthorized_client'],
  ['grant_not_enabled', 'unsupported_grant_type', 'Acme Portal', {}, '400 unsupported_grant_type'],
  ['unknown_grant', 'unsupported_grant_type', 'Worker with Post', { form: { grant_type: 'magic' } }, '400 unsupported_grant_type'],
  ['unknown_grant', 'invalid_request', 'Worker with Post', { form: { grant_type: 'magic' } }, '400 invalid_request'],
];

test.each(cases)('%s at %s answers “%s” %o with %s', async (name, value, application, ask, expected) => {
  sandbox.setSwitch(name, value);
  const response = await askToken(sandbox, findSeeded(sandbox, application), ask);
  const text = await response.text();
  const { error, code, error_description: description = '' } = text.startsWith('<') ? { error: text.slice(0, 15) } : JSON.parse(text);
  const reason = description.replace(/^Request denied: | \(Correlation ID: .*/g, '');
  expect(`${response.status} ${error ?? code} ${reason}`).toContain(expected);
});

test.each([
  ['url-decoded', 200, 200],
  ['raw', 200, 401],
])('basic_credentials at %s gives %i to plain and %i to encoded credentials', async (value, plain, encoded) => {
  sandbox.setSwitch('basic_credentials', value);
  const worker = findSeeded(sandbox, 'Worker with Basic');
  const strict: Seeded = { ...worker, clientId: encodeStrictly(worker.clientId), clientSecret: encodeStrictly(worker.clientSecret) };
  expect((await askToken(sandbox, worker, BASIC)).status).toBe(plain);
  expect((await askToken(sandbox, strict, BASIC)).status).toBe(encoded);
});

test.each([
  ['present', 'Basic realm="PingOne"'],
  ['absent', null],
])('www_authenticate at %s', async (value, expected) => {
  sandbox.setSwitch('www_authenticate', value);
  const response = await askToken(sandbox, findSeeded(sandbox, 'Worker with Post'), BASIC);
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, expected]);
});

test.each([
  ['absent', false],
  ['present', true],
])('oauth_details at %s', async (value, expected) => {
  sandbox.setSwitch('oauth_details', value);
  const body = await (await askToken(sandbox, findSeeded(sandbox, 'Worker without roles'))).json();
  expect('details' in body).toBe(expected);
});

/** What comes of a sign-on, or of what follows it, under each variant. */
const signOnCases: readonly (readonly [string, string, () => Promise<string>, string])[] = [
  ['authorization_refusal', 'sign-on-page', askMismatch, '302 /signon/'],
  ['authorization_refusal', 'platform-400', askMismatch, '400 application/json;charset=UTF-8 Redirect URI mismatch'],
  ['authorization_refusal', 'html-400', askMismatch, '400 text/html; charset=utf-8 Redirect URI mismatch'],
  ['authorization_response_iss', 'absent', askIssuer, 'null'],
  ['authorization_response_iss', 'present', askIssuer, '/as'],
  ['ungranted_scope', 'ignored', askUngranted, 'null'],
  ['ungranted_scope', 'refused', askUngranted, 'invalid_scope'],
  ['invalid_grant_status', '400', askInvalidGrant, '400 invalid_grant'],
  ['invalid_grant_status', '401', askInvalidGrant, '401 invalid_grant'],
  ['invalid_grant_text', 'invalid', askInvalidGrant, 'refresh token is invalid'],
  ['invalid_grant_text', 'does-not-exist', askInvalidGrant, 'refresh token does not exist'],
  ['invalid_grant_text', 'none', askInvalidGrant, '400 invalid_grant undefined'],
  ['refresh_token_format', 'opaque', askRefreshTokenParts, '1'],
  ['refresh_token_format', 'jwt', askRefreshTokenParts, '3'],
  ['revoke_api_token', 'ignored', askRevocation, '200 undefined'],
  ['revoke_api_token', 'unsupported_token_type', askRevocation, '400 unsupported_token_type'],
  ['user_lists_environments', '403', askEnvironments, '403'],
  ['user_lists_environments', 'empty-list', askEnvironments, '200 0'],
];

async function askMismatch(): Promise<string> {
  const url = buildAuthorizeUrl(sandbox, findSeeded(sandbox, 'Acme Portal'), { redirect_uri: 'https://evil.example/' });
  const response = await fetch(url, { redirect: 'manual' });
  const text = await response.text();
  const where = response.headers.get('location')?.match(/\/signon\//)?.[0] ?? response.headers.get('content-type');
  return `${response.status} ${where} ${/Redirect URI mismatch/.exec(text)?.[0]}`;
}

async function askIssuer(): Promise<string> {
  return String((await signOn(sandbox, findSeeded(sandbox, 'Acme Portal'))).searchParams.get('iss'));
}

async function askUngranted(): Promise<string> {
  const callback = await signOn(sandbox, findSeeded(sandbox, 'Acme Portal'), { scope: 'openid p1:read:unicorn' });
  return String(callback.searchParams.get('error'));
}

async function askInvalidGrant(): Promise<string> {
  const { status, error, error_description: description } = await refresh(sandbox, findSeeded(sandbox, 'Acme Portal'), 'unknown');
  return `${status} ${error} ${description}`;
}

async function askRefreshTokenParts(): Promise<string> {
  const { refresh_token: refreshToken } = await getUserTokens(sandbox, findSeeded(sandbox, 'Acme Portal'));
  return String(refreshToken.split('.').length);
}

async function askRevocation(): Promise<string> {
  const portal = findSeeded(sandbox, 'Acme Portal');
  const { access_token: token } = await getUserTokens(sandbox, portal);
  const { status, error } = await exchange(sandbox, portal, { token }, '/revoke');
  return `${status} ${error}`;
}

async function askEnvironments(): Promise<string> {
  const { access_token: token } = await getUserTokens(sandbox, findSeeded(sandbox, 'Acme Portal'));
  const response = await askApi(sandbox, 'com', '/v1/environments', token);
  return `${response.status} ${(await response.json()).count}`;
}

test.each(signOnCases)('%s at %s', async (name, value, ask, expected) => {
  sandbox.setSwitch(name, value);
  expect(await ask()).toContain(expected);
});

test('every variant of every switch is tried above', () => {
  const tried = new Set([...cases, ...signOnCases].map(([name, value]) => `${name}=${value}`));
  for (const { name, variants } of createSwitchBoard().list()) {
    if (['basic_credentials', 'www_authenticate', 'oauth_details'].includes(name)) continue;
    for (const { value } of variants) expect(tried).toContain(`${name}=${value}`);
  }
});

test('a switch that is not there, and a variant that it does not have, are refused by name', () => {
  expect(() => sandbox.setSwitch('unicorn', 'on')).toThrow(/no switch "unicorn"/);
  expect(() => sandbox.setSwitch('no_role_status', '500')).toThrow(/no variant "500".*400, 403/);
});
