import { describe, expect, it } from 'vitest';
import { readSign } from '../explain-failure.ts';
import type { ProviderAnswer } from '../failure.ts';
import { signOnSigns, workerSigns as signs } from './signs.ts';

const answers: readonly [sign: string, what: string, answer: ProviderAnswer][] = [
  ['unavailable', 'a 502 that is a page', { step: 'token', status: 502, transport: 'invalid' }],
  ['environment_unknown', 'a 404 that is a page, from the auth host', { step: 'token', status: 404, transport: 'invalid' }],
  ['answer_invalid', 'a 401 that is a page', { step: 'token', status: 401, transport: 'invalid' }],
  ['access_denied', 'a 404 of the API', { step: 'api', status: 404, error: 'NOT_FOUND' }],
  [
    'method_refused',
    'a refused method, in whatever case',
    { step: 'token', status: 401, error: 'invalid_client', description: 'UNSUPPORTED Authentication method' },
  ],
  ['client_refused', 'invalid_client without a text', { step: 'token', status: 401, error: 'invalid_client' }],
  [
    'grant_refused',
    'a grant that is not enabled for the client',
    { step: 'token', status: 400, error: 'unauthorized_client', description: 'The client is not enabled for the grant' },
  ],
  [
    'client_disabled',
    'a client that is not enabled',
    { step: 'token', status: 400, error: 'unauthorized_client', description: 'The client is not enabled' },
  ],
  ['rate_limited', 'a 429 that is a page', { step: 'discovery', status: 429, transport: 'invalid' }],
  ['timeout', 'half an answer', { step: 'token', status: 200, transport: 'timeout' }],
];

describe('PingOne’s signs', () => {
  it.each(answers)('read %s from %s', (sign, _what, answer) => {
    expect(readSign(signs, answer)).toBe(sign);
  });

  it('do not take the API’s word “environment” for an unknown environment', () => {
    expect(readSign(signs, { step: 'api', status: 403, error: 'ACCESS_FAILED', description: 'no access to the environment' })).toBe(
      'access_denied',
    );
  });
});

const signOnAnswers: readonly [sign: string, what: string, answer: ProviderAnswer][] = [
  [
    'redirect_uri_refused',
    'JSON that names the redirect URI',
    { step: 'authorization', description: '{"details":[{"code":"INVALID_VALUE","target":"redirect_uri"}]}' },
  ],
  ['redirect_uri_refused', 'a page that does', { step: 'authorization', status: 400, description: '<h1>Redirect URI mismatch</h1>' }],
  [
    'client_refused',
    'an application that may not be there',
    { step: 'authorization', description: 'The application does not exist or is disabled' },
  ],
  ['client_disabled', 'an application that is disabled', { step: 'authorization', description: 'The application is disabled' }],
  ['sign_on_required', 'nobody who signs on', { step: 'authorization', error: 'login_required' }],
  [
    'consent_refused',
    'a person who refuses',
    { step: 'authorization', error: 'access_denied', description: 'The user denied the request' },
  ],
  ['token_refused', 'the same error at the token endpoint', { step: 'token', status: 403, error: 'access_denied' }],
  [
    'grant_invalid',
    'a grant that is not taken',
    { step: 'token', status: 400, error: 'invalid_grant', description: 'redirect URI mismatch' },
  ],
  ['unavailable', 'a defect that a redirect tells of', { step: 'authorization', error: 'server_error' }],
  [
    'rate_limited',
    'too many requests, as a page',
    { step: 'authorization', status: 429, description: 'Invalid redirect_uri', transport: 'invalid' },
  ],
  ['access_denied', 'a token without the scope, with status 403', { step: 'api', status: 403, error: 'insufficient_scope' }],
  ['access_denied', 'a token without the scope, with status 401', { step: 'api', status: 401, error: 'insufficient_scope' }],
  ['token_rejected', 'a token that is not taken', { step: 'api', status: 401, error: 'invalid_token' }],
];

describe('PingOne’s signs of a sign-on', () => {
  it.each(signOnAnswers)('read %s from %s', (sign, _what, answer) => {
    expect(readSign(signOnSigns, answer)).toBe(sign);
  });

  it('are the same as a worker’s where no sign-on is concerned', () => {
    for (const [sign, , answer] of answers) expect(readSign(signOnSigns, answer)).toBe(sign);
  });
});
