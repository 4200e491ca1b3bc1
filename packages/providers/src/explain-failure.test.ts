import { describe, expect, it } from 'vitest';
import { explainFailure, readSign } from './explain-failure.ts';
import { pingOneClientCredentials as provider } from './pingone/pingone-cc.ts';
import type { ProviderAnswer } from './failure.ts';

const timeout: ProviderAnswer = { step: 'token', transport: 'timeout' };
const limited: ProviderAnswer = { step: 'token', status: 429, error: 'REQUEST_LIMITED', correlationId: 'limited-1', retryAfterSeconds: 7 };
const method: ProviderAnswer = {
  step: 'token',
  status: 401,
  error: 'invalid_client',
  description: 'Request denied: Unsupported authentication method (Correlation ID: m)',
  correlationId: 'method-1',
};
const credentials: ProviderAnswer = {
  ...method,
  description: 'Request denied: Invalid client credentials (Correlation ID: c)',
  correlationId: 'credentials-1',
};

describe('readSign', () => {
  it('takes the first rule all of whose conditions hold', () => {
    const rules = [
      { sign: 'rate_limited', when: { step: 'api', status: [429, 429] } },
      { sign: 'unavailable', when: { status: [400, 499], error: 'BUSY', description: /busy/ } },
      { sign: 'client_refused', when: { status: [400, 429] } },
    ] as const;
    expect(readSign(rules, { step: 'token', status: 429 })).toBe('client_refused');
    expect(readSign(rules, { step: 'api', status: 429 })).toBe('rate_limited');
    expect(readSign(rules, { step: 'token', status: 400, error: 'BUSY', description: 'too busy' })).toBe('unavailable');
    expect(readSign(rules, { step: 'token', status: 400, error: 'BUSY' })).toBe('client_refused');
  });

  it.each([200, 201, 204])('sees nothing wrong in a success with status %d', (status) => {
    expect(readSign(provider.signs, { step: 'api', status })).toBeUndefined();
  });

  it.each([
    ['a redirect', { step: 'api', status: 302 }],
    ['an error that no rule knows', { step: 'token', status: 400, error: 'temporarily_unsupported' }],
    ['no answer at all', { step: 'token' }],
  ] as const)('sees a refusal in %s', (_what, answer) => {
    expect(readSign(provider.signs, answer)).toBe('refused');
  });
});

describe('explainFailure', () => {
  it('explains what two answers tell together', () => {
    expect(explainFailure(provider, [credentials]).code).toBe('unknown_client');
    expect(explainFailure(provider, [method]).code).toBe('auth_method_unsupported');
    expect(explainFailure(provider, [credentials, method]).code).toBe('wrong_client_secret');
    expect(explainFailure(provider, [method, credentials]).code).toBe('wrong_client_secret');
  });

  it('lets trouble be over once a later answer came', () => {
    expect(explainFailure(provider, [timeout, limited, credentials]).code).toBe('unknown_client');
  });

  it('blames trouble when it is what came last, and claims nothing that was not found out', () => {
    expect(explainFailure(provider, [method, timeout]).code).toBe('provider_timeout');
    expect(explainFailure(provider, [credentials, limited]).code).toBe('provider_rate_limited');
  });

  it('counts facts besides answers', () => {
    const notFound: ProviderAnswer = { step: 'discovery', status: 404, error: 'NOT_FOUND' };
    expect(explainFailure(provider, [notFound]).code).toBe('environment_not_found');
    expect(explainFailure(provider, [notFound], ['timeout']).code).toBe('provider_timeout');
    expect(explainFailure(provider, [notFound], ['client_id_is_environment'])).toMatchObject({
      code: 'swapped_ids',
      swap: ['environmentId', 'client_id'],
    });
  });

  it('gives the correlation ID of the last answer that has one', () => {
    expect(explainFailure(provider, [method, credentials]).correlationId).toBe('credentials-1');
    expect(explainFailure(provider, [limited, timeout]).correlationId).toBe('limited-1');
    expect(explainFailure(provider, [timeout])).not.toHaveProperty('correlationId');
  });

  it('says how long to wait only where waiting helps', () => {
    expect(explainFailure(provider, [limited]).retryAfterSeconds).toBe(7);
    expect(explainFailure(provider, [limited, credentials])).not.toHaveProperty('retryAfterSeconds');
  });

  it('tells nothing of how the failure was recognised', () => {
    expect(explainFailure(provider, [credentials])).not.toHaveProperty('saw');
  });

  it('explains nothing seen at all by the last row', () => {
    expect(explainFailure(provider, []).code).toBe(provider.failures.at(-1)?.code);
  });

  it('refuses a provider that leaves a case unexplained', () => {
    expect(() => explainFailure({ ...provider, failures: [] }, [])).toThrow(/empty "saw"/);
  });
});
