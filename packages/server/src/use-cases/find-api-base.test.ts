import { findProvider } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import type { KnownIntegration } from './deps.ts';
import { findApiBase } from './find-api-base.ts';

const definition = findProvider('pingone-cc')!;
const integration: KnownIntegration = {
  integrationId: 'pingone-cc',
  provider: 'pingone-cc',
  displayName: 'PingOne',
  definition,
  hosts: definition.hosts,
  client: undefined,
  scopes: [],
};
const sandboxed = {
  ...integration,
  hosts: { auth: 'http://127.0.0.1:4600/auth/{tld}', api: 'http://127.0.0.1:4600/api/{tld}', console: 'http://127.0.0.1:4600/c/{tld}' },
};
const config = { tld: 'com.au', environmentId: 'e' };

describe('The base of a call', () => {
  it.each([undefined, ''])("is the API of the connection's region when %j is wanted", (wanted) => {
    expect(findApiBase(integration, config, wanted)).toBe('https://api.pingone.com.au');
    expect(findApiBase(sandboxed, config, wanted)).toBe('http://127.0.0.1:4600/api/com.au');
  });

  it.each([
    ['https://orchestrate-api.pingone.com.au', 'https://orchestrate-api.pingone.com.au'],
    ['https://SCIM-API.pingone.com.au/', 'https://scim-api.pingone.com.au'],
    ['scim-api.pingone.com.au', 'https://scim-api.pingone.com.au'],
    ['https://auth.pingone.com.au', 'https://auth.pingone.com.au'],
    ['https://api.pingone.com.au', 'https://api.pingone.com.au'],
  ])('is another host of the region by its name: %s', (wanted, base) => {
    expect(findApiBase(integration, config, wanted)).toBe(base);
  });

  it.each([
    'https://auth.pingone.com.au',
    'auth.pingone.com.au',
    'http://127.0.0.1:4600/auth/com.au',
    'http://127.0.0.1:4600/auth/com.au/',
  ])('is the host that takes its place in a sandbox: %s', (wanted) => {
    expect(findApiBase(sandboxed, config, wanted)).toBe('http://127.0.0.1:4600/auth/com.au');
  });

  it.each([
    'https://evil.example',
    'https://api.pingone.eu',
    'https://api.pingone.com',
    'https://apps.pingone.com.au',
    'https://console.pingone.com.au',
    'http://api.pingone.com.au',
    'https://api.pingone.com.au:8443',
    'https://api.pingone.com.au/v1',
    'https://api.pingone.com.au//',
    'https://api.pingone.com.au/..',
    'https://api.pingone.com.au?x',
    'https://api.pingone.com.au#x',
    'https://api.pingone.com.au.',
    'https://api.pingone.com.au@evil.example',
    'https://evil.example@api.pingone.com.au',
    'https://api.pingone.com.au\\@evil.example',
    'https://api.pingone.com.au%2eevil.example',
    'https://api.pingone.com.au.evil.example',
    'https:api.pingone.com.au',
    '//api.pingone.com.au',
    'https:///api.pingone.com.au',
    ' https://api.pingone.com.au',
    'https://api.pingone.com.au\r\nHost: evil.example',
    'https://127.0.0.1:4600/auth/com.au',
    'api',
    'constructor',
    '{api}',
    'https://',
    '.',
    '169.254.169.254',
    'localhost',
  ])('is never %j', (wanted) => {
    for (const known of [integration, sandboxed]) {
      expect(() => findApiBase(known, config, wanted)).toThrow(expect.objectContaining({ code: 'base_url_not_allowed' }));
    }
  });

  it('is no host that the option providerHosts leaves out', () => {
    expect(() => findApiBase(sandboxed, config, 'https://scim-api.pingone.com.au')).toThrow(
      expect.objectContaining({ code: 'base_url_not_allowed' }),
    );
  });
});
