import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl as parse } from './parse-url.ts';
import { regions } from './regions.ts';

const E = 'f2aba07d-270c-42ba-8811-01af5f63d458';
const C = '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40';

describe.each(regions)('parseUrl in $name', ({ topLevelDomain: tld }) => {
  it.each([
    ['the issuer', `https://auth.pingone.${tld}/${E}/as`],
    ['the token endpoint', `https://auth.pingone.${tld}/${E}/as/token`],
    ['the discovery document', `https://auth.pingone.${tld}/${E}/as/.well-known/openid-configuration`],
    ['a SAML endpoint', `https://auth.pingone.${tld}/${E}/saml20/idp/sso`],
    ['a flow', `https://auth.pingone.${tld}/${E}/davinci/policy/start`],
    ['the API', `https://api.pingone.${tld}/v1/environments/${E}`],
    ['a collection of the API', `https://api.pingone.${tld}/v1/environments/${E}/users?limit=10`],
    ['SCIM', `https://scim-api.pingone.${tld}/v1/environments/${E}/v2/Users`],
    ['the sign-on page', `https://apps.pingone.${tld}/${E}/signon/?flowId=${C}`],
    ['the self-service page', `https://apps.pingone.${tld}/${E}/myaccount/`],
    ['the console', `https://console.pingone.${tld}/?env=${E}`],
    ['a page of the console', `https://console.pingone.${tld}/index.html?env=${E}&x=1#/applications/${C}`],
    ['a host in capitals', `HTTPS://AUTH.PINGONE.${tld.toUpperCase()}/${E.toUpperCase()}/as`],
  ])('reads environment and region from the URL of %s', (_what, url) => {
    expect(parseUrl(url)).toEqual({ environmentId: E, tld });
  });

  it('reads the client ID too from an authorization URL', () => {
    const url = `https://auth.pingone.${tld}/${E}/as/authorize?response_type=code&client_id=${C}&redirect_uri=https%3A%2F%2Fapp.example%2Fcb`;
    expect(parseUrl(url)).toEqual({ environmentId: E, tld, client_id: C });
  });

  it('reads the client ID from the API’s URL of an application', () => {
    expect(parseUrl(`https://api.pingone.${tld}/v1/environments/${E}/applications/${C}/secret`)).toEqual({
      environmentId: E,
      tld,
      client_id: C,
    });
  });

  it.each([
    `https://orchestrate-api.pingone.${tld}/v1/companies/${E}`,
    `https://api.pingone.${tld}/v1/organizations/${E}`,
    `https://api.pingone.${tld}/v1`,
    `https://console.pingone.${tld}/`,
    `https://auth.pingone.${tld}/environment/as`,
  ])('reads nothing but the region from %s', (url) => {
    expect(parseUrl(url)).toEqual({ tld });
  });

  it.each([
    `https://auth.pingone.${tld}.evil.example/${E}/as`,
    `https://evil.auth.pingone.${tld}/${E}/as`,
    `https://auth-pingone.${tld}/${E}/as`,
    `https://authxpingone.${tld}/${E}/as`,
    `https://auth.pingone.${tld}@evil.example/${E}/as/token`,
    `https://auth.pingone.${tld}:x@evil.example/${E}/as`,
    `https://someone@auth.pingone.${tld}/${E}/as`,
    `https://auth.pingone.${tld}:8443/${E}/as`,
    `https://evil.example/https://auth.pingone.${tld}/${E}/as`,
    `https://evil.example/?u=https://auth.pingone.${tld}/${E}/as`,
    `https://evil.example#auth.pingone.${tld}/${E}/as`,
    `https://evil.example\\@auth.pingone.${tld}/${E}/as`,
    `https://pingone.${tld}/${E}/as`,
    `https://www.pingone.${tld}/${E}/as`,
  ])('takes no value from %s, which is no PingOne host', (url) => {
    expect(parseUrl(url)).toEqual({});
  });
});

const parseUrl = (text: string) => parse(text, regions);

describe('parseUrl', () => {
  it.each([
    'https://auth-staging.pingone.com',
    'https://auth.test-one-pingone.com',
    'https://auth.pingone.de',
    'https://auth.pingone.com.',
    'https://auth.pingone.com.eu',
  ])('knows no host %s', (origin) => {
    expect(parseUrl(`${origin}/${E}/as`)).toEqual({});
  });

  it.each([
    'https://login.example.com/as',
    'https://login.example.com/as/',
    'https://login.example.com/as/token',
    'https://login.example.com/as/authorize?client_id=x',
    'https://login.example.com/as/.well-known/openid-configuration',
    'https://login.example.com/.well-known/oauth-authorization-server/as',
  ])('recognises the custom domain of %s', (url) => {
    expect(parseUrl(url)).toEqual({ customDomain: 'login.example.com' });
  });

  it.each([
    'https://login.example.com/',
    'https://login.example.com/as/token.oauth2',
    'https://login.example.com/assets',
    'https://login.example.com/x/as',
  ])('takes %s for no custom domain', (url) => {
    expect(parseUrl(url)).toEqual({});
  });

  it('never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string().map((tail) => `https://auth.pingone.com/${tail}`),
    );
    fc.assert(
      fc.property(text, (url) => {
        expect(parseUrl(url)).toBeTypeOf('object');
      }),
    );
  });
});
