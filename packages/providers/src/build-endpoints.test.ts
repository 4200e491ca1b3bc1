import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildEndpoints, fillUrl } from './build-endpoints.ts';
import { createInputSchema } from './input-schema.ts';
import { pingOneClientCredentials as provider } from './pingone/pingone-cc.ts';

const ENVIRONMENT = 'f2aba07d-270c-42ba-8811-01af5f63d458';
const allowed = new Set(
  provider.form.regions.flatMap(({ topLevelDomain }) => ['auth', 'api', 'console'].map((name) => `${name}.pingone.${topLevelDomain}`)),
);
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '..',
    '.',
    '../..',
    '//evil.example',
    '@evil.example',
    '\\\\evil.example',
    '?',
    '#',
    '{auth}',
    '{tld}',
    '%2e%2e',
    '\uD800',
    'evil.example/',
  ),
);

describe('buildEndpoints', () => {
  it('builds PingOne’s documented URLs', () => {
    expect(buildEndpoints(provider, provider.hosts, { environmentId: ENVIRONMENT, tld: 'com.au' })).toEqual({
      issuer: `https://auth.pingone.com.au/${ENVIRONMENT}/as`,
      discovery: `https://auth.pingone.com.au/${ENVIRONMENT}/as/.well-known/openid-configuration`,
      token: `https://auth.pingone.com.au/${ENVIRONMENT}/as/token`,
      api: 'https://api.pingone.com.au',
      console: `https://console.pingone.com.au/?env=${ENVIRONMENT}`,
    });
  });

  it('takes other hosts from the deployment', () => {
    const hosts = { ...provider.hosts, auth: 'http://127.0.0.1:4000/{tld}', api: 'http://127.0.0.1:4000/{tld}/api' };
    const { token, api } = buildEndpoints(provider, hosts, { environmentId: ENVIRONMENT, tld: 'eu' });
    expect([token, api]).toEqual([`http://127.0.0.1:4000/eu/${ENVIRONMENT}/as/token`, 'http://127.0.0.1:4000/eu/api']);
  });

  it('lets no value choose another host, even one that nobody checked', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...provider.form.regions), (environmentId, { topLevelDomain }) => {
        for (const url of Object.values(buildEndpoints(provider, provider.hosts, { environmentId, tld: topLevelDomain }))) {
          const { protocol, host, username } = new URL(url);
          expect([protocol, username]).toEqual(['https:', '']);
          expect(allowed).toContain(host);
        }
      }),
    );
  });

  it('lets nothing that is typed into the form choose another host, or another path on it', () => {
    const schema = createInputSchema(provider.form);
    const typed = fc.oneof(hostile, fc.webUrl(), fc.uuid(), fc.constantFrom('com', 'eu', 'com.au'));
    fc.assert(
      fc.property(fc.record({ environmentId: typed, tld: typed, client_id: typed, client_secret: typed }), (raw) => {
        const values = schema.safeParse(raw).data;
        if (!values) return;
        const { host, pathname } = new URL(buildEndpoints(provider, provider.hosts, values).token);
        expect(allowed).toContain(host);
        expect(pathname).toMatch(/^\/[0-9a-f-]{36}\/as\/token$/);
      }),
    );
  });

  it('refuses a top-level domain that is not in the region table', () => {
    const known = new Set(provider.form.regions.map((region) => region.topLevelDomain));
    const unknown = fc
      .oneof(hostile, fc.domain(), fc.constantFrom('com/', 'com.evil.example', 'COM', ' eu'))
      .filter((text) => !known.has(text));
    fc.assert(
      fc.property(unknown, (tld) => {
        expect(() => buildEndpoints(provider, provider.hosts, { environmentId: ENVIRONMENT, tld })).toThrow(TypeError);
      }),
    );
  });
});

describe('fillUrl', () => {
  it('names the value that is missing', () => {
    expect(() => fillUrl(provider, provider.hosts, '{auth}/{environmentId}', { tld: 'eu' })).toThrow(/"environmentId"/);
  });

  it('does not fill what a value brings along', () => {
    expect(fillUrl(provider, provider.hosts, '{api}/{environmentId}', { tld: 'eu', environmentId: '{tld}' })).toBe(
      'https://api.pingone.eu/%7Btld%7D',
    );
  });
});
