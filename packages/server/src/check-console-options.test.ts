import { expect, it } from 'vitest';
import { checkOptions } from './check-options.ts';
import { hashPassword } from './console/password.ts';
import { generateEncryptionKey } from './vault/encryption-key.ts';

const check = (options: object) =>
  checkOptions({ publicUrl: 'https://app.example.com', encryptionKeys: [generateEncryptionKey()], ...options });
const oidc = { issuer: 'https://id.example.com/as', clientId: 'a', clientSecret: 'the-secret', adminGroup: 'admins' };

it('takes a password, an OpenID Connect provider, or both; and a logo that is an https URL or a path', async () => {
  const passwordHash = await hashPassword('correct horse battery');
  for (const console of [{ passwordHash }, { oidc }, { passwordHash, oidc }, { oidc: { ...oidc, issuer: 'http://127.0.0.1:9000' } }]) {
    expect(check({ console }).console).toEqual(console);
  }
  expect(check({}).console).toBeUndefined();
  expect(check({}).app).toEqual({ name: 'Latchkey' });
  for (const logoUrl of ['https://cdn.example.com/logo.svg', '/logo.svg'])
    expect(check({ app: { name: 'Acme', logoUrl } }).app.logoUrl).toBe(logoUrl);
});

it.each([
  ['no way to sign in', { console: {} }, 'console'],
  ['a password in the place of its hash', { console: { passwordHash: 'correct horse battery' } }, 'console.passwordHash'],
  ['an issuer without TLS', { console: { oidc: { ...oidc, issuer: 'http://id.example.com' } } }, 'console.oidc.issuer'],
  ['an issuer with a query', { console: { oidc: { ...oidc, issuer: 'https://id.example.com?a=b' } } }, 'console.oidc.issuer'],
  ['no group', { console: { oidc: { ...oidc, adminGroup: undefined } } }, 'console.oidc'],
  ['a secret that is not there', { console: { oidc: { ...oidc, clientSecret: undefined } } }, 'console.oidc.clientSecret'],
  ['an option that there is not', { console: { oidc, password: 'correct horse' } }, 'console.password'],
  ['a logo of another host without a scheme', { app: { name: 'Acme', logoUrl: '//evil.example.com/logo.svg' } }, 'app.logoUrl'],
  ['a logo that is a script', { app: { name: 'Acme', logoUrl: 'javascript:alert(1)' } }, 'app.logoUrl'],
  ['an app without a name', { app: { name: '' } }, 'app.name'],
])('refuses %s, and repeats no value', (_what, options, place) => {
  expect(() => check(options)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ option: place, remedy: expect.stringMatching(/\w/) })] }),
  );
  expect(() => check(options)).not.toThrow(/the-secret|correct horse|evil/);
});
