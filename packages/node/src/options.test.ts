import { describe, expect, it } from 'vitest';
import { LatchkeyError } from './errors.ts';
import { checkOptions, type LatchkeyOptions } from './options.ts';

const good: LatchkeyOptions = { apiUrl: 'https://app.example/latchkey', secretKey: 'latchkey_sk_canary' };

describe('checkOptions', () => {
  it('fills in the defaults, and keeps the path of the router', () => {
    expect(checkOptions({ ...good, apiUrl: 'http://127.0.0.1:3000/a/b//' })).toMatchObject({
      apiUrl: 'http://127.0.0.1:3000/a/b',
      timeoutMs: 30_000,
      retries: 2,
    });
    expect(checkOptions({ ...good, apiUrl: 'https://app.example' }).apiUrl).toBe('https://app.example');
  });

  it.each<[string, Record<string, unknown>]>([
    ['apiUrl', { apiUrl: '/latchkey' }],
    ['apiUrl', { apiUrl: 'ftp://app.example' }],
    ['apiUrl', { apiUrl: 'https://user:latchkey_sk_canary@app.example' }],
    ['apiUrl', { apiUrl: 'https://app.example/?key=latchkey_sk_canary' }],
    ['apiUrl', { apiUrl: undefined }],
    ['secretKey', { secretKey: undefined }],
    ['secretKey', { secretKey: '' }],
    ['secretKey', { secretKey: 'latchkey_sk_canary\r\nX-Evil: 1' }],
    ['fetch', { fetch: 'fetch' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: 1.5 }],
    ['retries', { retries: 11 }],
    ['retries', { retries: -1 }],
  ])('refuses %s of %j by its name, without the value', (option, wrong) => {
    const attempt = (): unknown => checkOptions({ ...good, ...wrong });
    expect(attempt).toThrow(LatchkeyError);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'invalid_option', field: option, message: expect.not.stringContaining('canary') }),
    );
  });
});
