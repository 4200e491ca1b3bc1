import { describe, expect, it } from 'vitest';
import { errorBody, errorCodes } from './error.ts';

describe('errorCodes', () => {
  it('are words in snake case, each once', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
    for (const code of errorCodes) expect(code).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
  });
});

describe('errorBody', () => {
  it('reads an error with everything that it may say', () => {
    const body = {
      error: {
        code: 'swapped_ids',
        message: 'What happened.',
        remedy: 'What to do.',
        field: 'environmentId',
        guide_step: 'environment-id',
        swap: ['environmentId', 'client_id'],
        retryable: false,
        retry_after: 3,
        correlation_id: 'x',
        request_id: 'y',
        errors: [{ code: 'region_missing', message: 'The region is missing.', path: ['connection_config', 'tld', 0] }],
      },
    };
    expect(errorBody.parse(body)).toEqual(body);
  });

  it('needs a code and a message, and no more', () => {
    expect(errorBody.safeParse({ error: { code: 'x', message: 'y' } }).success).toBe(true);
    expect(errorBody.safeParse({ error: { code: 'x' } }).success).toBe(false);
    expect(errorBody.safeParse({ error: { message: 'y' } }).success).toBe(false);
    expect(errorBody.safeParse('<html>').success).toBe(false);
  });

  it('has no place for the provider’s raw answer', () => {
    const parsed = errorBody.parse({ error: { code: 'x', message: 'y', raw: 'canary' }, stack: 'canary' });
    expect(JSON.stringify(parsed)).not.toContain('canary');
  });
});
