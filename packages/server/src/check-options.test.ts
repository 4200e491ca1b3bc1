import { describe, expect, it } from 'vitest';
import { checkOptions } from './check-options.ts';
import { createConnect } from './connect.ts';
import type { ConnectOptions } from './options.ts';
import { OptionsError } from './options-error.ts';
import { generateSecretKey } from './secret-key.ts';
import { generateEncryptionKey } from './vault/encryption-key.ts';

const good = {
  publicUrl: 'https://app.example.com/latchkey',
  encryptionKeys: [generateEncryptionKey()],
  secretKeys: [generateSecretKey()],
  integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
} satisfies ConnectOptions;

function problemsOf(change: Readonly<Record<string, unknown>>): OptionsError {
  try {
    // What plain JavaScript may pass.
    checkOptions(Object.assign({}, good, change));
  } catch (error) {
    if (error instanceof OptionsError) return error;
    throw error;
  }
  throw new Error('The options were taken.');
}

const hosts = {
  auth: 'http://127.0.0.1:1/auth/{tld}',
  api: 'http://127.0.0.1:1/api/{tld}',
  apps: 'http://127.0.0.1:1/apps/{tld}',
  console: 'http://127.0.0.1:1/console/{tld}',
};

describe('Options', () => {
  it('have defaults for all that need not be said', () => {
    const { publicUrl, encryptionKeys } = good;
    expect(checkOptions({ publicUrl, encryptionKeys })).toMatchObject({
      secretKeys: [],
      integrations: [],
      database: 'file:./latchkey.db',
      allowedOrigins: ['https://app.example.com'],
      providerHosts: {},
      connectSessionLifetimeSeconds: 1800,
      requestTimeoutMs: 10_000,
      roleGrantWaitMs: 4000,
    });
  });

  it.each([
    ['publicUrl', { publicUrl: 'http://localhost:3000' }],
    ['publicUrl', { publicUrl: 'http://127.0.0.1:4500/latchkey' }],
    ['publicUrl', { publicUrl: 'http://[::1]:4500' }],
    ['allowedOrigins', { allowedOrigins: ['https://a.example', 'http://localhost:5173'] }],
    ['allowedOrigins', { allowedOrigins: [] }],
    ['providerHosts', { providerHosts: { pingone: hosts } }],
    ['secretKeys', { secretKeys: [generateSecretKey(), generateSecretKey()] }],
    ['secretKeys', { secretKeys: [] }],
    ['integrations', { integrations: [] }],
    ['connectSessionLifetimeSeconds', { connectSessionLifetimeSeconds: 86_400 }],
  ])('take a good %s', (_option, change) => {
    expect(checkOptions({ ...good, ...change })).toMatchObject(change);
  });

  it.each([
    ['publicUrl', { publicUrl: undefined }],
    ['publicUrl', { publicUrl: '/latchkey' }],
    ['publicUrl', { publicUrl: 'http://app.example.com' }],
    ['publicUrl', { publicUrl: 'http://localhost.evil.example' }],
    ['publicUrl', { publicUrl: 'https://user:pw@app.example.com' }],
    ['publicUrl', { publicUrl: 'https://app.example.com/?a=b' }],
    ['publicUrl', { publicUrl: 'ftp://localhost/' }],
    ['encryptionKeys', { encryptionKeys: undefined }],
    ['encryptionKeys', { encryptionKeys: [] }],
    ['encryptionKeys', { encryptionKeys: [undefined] }],
    ['encryptionKeys', { encryptionKeys: ['too-short'] }],
    ['secretKeys', { secretKeys: generateSecretKey() }],
    ['secretKeys[0]', { secretKeys: [undefined] }],
    ['secretKeys[1]', { secretKeys: [generateSecretKey(), 'latchkey_sk_short'] }],
    ['secretKeys[0]', { secretKeys: ['a'.repeat(64)] }],
    ['database', { database: '' }],
    ['allowedOrigins[0]', { allowedOrigins: ['*'] }],
    ['allowedOrigins[0]', { allowedOrigins: ['https://*.example.com'] }],
    ['allowedOrigins[0]', { allowedOrigins: ['https://app.example.com/'] }],
    ['allowedOrigins[0]', { allowedOrigins: ['null'] }],
    ['integrations', { integrations: 'pingone-cc' }],
    ['integrations[0].provider', { integrations: [{ id: 'a', provider: 'nope' }] }],
    ['integrations[0].id', { integrations: [{ id: 'a b', provider: 'pingone-cc' }] }],
    ['integrations[0].scopes[0]', { integrations: [{ id: 'a', provider: 'pingone', scopes: ['two scopes'] }] }],
    ['integrations[0]', { integrations: [{ id: 'a', provider: 'pingone', clientId: 'a' }] }],
    ['integrations[0]', { integrations: [{ id: 'a', provider: 'pingone-cc', clientId: 'a', clientSecret: 'b' }] }],
    ['integrations', { integrations: [good.integrations[0], good.integrations[0]] }],
    ['providerHosts', { providerHosts: { nope: hosts } }],
    ['providerHosts', { providerHosts: { pingone: { auth: hosts.auth } } }],
    ['providerHosts', { providerHosts: { pingone: { ...hosts, other: hosts.api } } }],
    ['providerHosts', { providerHosts: { pingone: { ...hosts, api: 'http://127.0.0.1:1/api' } } }],
    ['providerHosts', { providerHosts: { pingone: { ...hosts, api: 'http://api.evil.example/{tld}' } } }],
    ['connectSessionLifetimeSeconds', { connectSessionLifetimeSeconds: 59 }],
    ['connectSessionLifetimeSeconds', { connectSessionLifetimeSeconds: 86_401 }],
    ['requestTimeoutMs', { requestTimeoutMs: 1.5 }],
    ['roleGrantWaitMs', { roleGrantWaitMs: '4000' }],
    ['fetch', { fetch: 'fetch' }],
    ['clock', { clock: { now: () => new Date() } }],
    ['logger', { logger: () => undefined }],
    ['secretkeys', { secretkeys: [] }],
  ])('refuse a bad %s by name, with a remedy: %j', (option, change) => {
    const { problems } = problemsOf(change);
    expect(problems.map((problem) => problem.option)).toContain(option);
    for (const problem of problems) {
      expect(problem.message).toMatch(/\w.*[.?]$/);
      expect(problem.remedy).toMatch(/\w/);
    }
  });

  it('name every problem at once, and show the command that makes a key', () => {
    const error = problemsOf({ encryptionKeys: [], secretKeys: [undefined], publicUrl: '' });
    expect(error.problems.map(({ option }) => option)).toEqual(['publicUrl', 'secretKeys[0]', 'encryptionKeys']);
    expect(error.message).toContain(`node -e "console.log('latchkey_sk_' + require('crypto').randomBytes(32).toString('base64url'))"`);
    expect(error.message).toContain(`'latchkey_ek_'`);
    expect(error.code).toBe('invalid_option');
  });

  it('are never repeated in an error, because most of them are secret', () => {
    const error = problemsOf({
      encryptionKeys: ['my-own-secret-words'],
      secretKeys: ['my-own-secret-words'],
      publicUrl: 'my-own-secret-words',
    });
    expect(error.message + JSON.stringify(error)).not.toContain('my-own-secret-words');
  });

  it('name the database when it is no kind of store', () => {
    expect(() => createConnect({ ...good, database: 'mysql://localhost/x' })).toThrow(OptionsError);
  });

  it('may be missing altogether', () => {
    expect(() => Reflect.apply(checkOptions, undefined, [])).toThrow(OptionsError);
  });
});
