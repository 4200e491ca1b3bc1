import { describe, expect, it } from 'vitest';
import { readSign } from '../explain-failure.ts';
import type { ProviderAnswer } from '../failure.ts';
import { workerSigns as signs } from './signs.ts';

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
