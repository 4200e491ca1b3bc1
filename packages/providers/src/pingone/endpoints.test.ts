import { describe, expect, it } from 'vitest';
import { endpoints, hosts, readEnvironment, readTokenFacts, signOnEndpoints } from './endpoints.ts';
import { pingOneClientCredentialsForm as form } from './pingone-cc-form.ts';
import { pingOneForm } from './pingone-form.ts';
import { regions } from './regions.ts';

const ENVIRONMENT = 'f2aba07d-270c-42ba-8811-01af5f63d458';
const ORGANIZATION = '11111111-270c-42ba-8811-01af5f63d458';

describe('endpoints', () => {
  it('name nothing but hosts and fields of the form', () => {
    const known = [...Object.keys(hosts), ...pingOneForm.fields.map(({ name }) => name)];
    for (const template of [...Object.values(signOnEndpoints), ...Object.values(hosts)]) {
      for (const [, name] of template.matchAll(/\{(\w+)\}/g)) expect(known).toContain(name);
    }
  });

  it('are the documented ones of a sign-on', () => {
    expect(signOnEndpoints.authorization).toBe('{auth}/{environmentId}/as/authorize');
    expect(signOnEndpoints.jwks).toBe('{auth}/{environmentId}/as/jwks');
  });

  it('lead to the same console page as the form’s link', () => {
    expect(endpoints.console.replace('{console}', hosts['console'] ?? '')).toBe(form.consoleUrl);
  });
});

describe('readEnvironment', () => {
  it('reads the environment’s facts and leaves the rest', () => {
    const body = { id: ENVIRONMENT, name: 'Acme', type: 'SANDBOX', region: 'EU', organization: { id: ORGANIZATION }, _links: {} };
    expect(readEnvironment(body)).toEqual({ id: ENVIRONMENT, name: 'Acme', type: 'SANDBOX', region: 'EU' });
  });

  it('does without type and region', () => {
    expect(readEnvironment({ id: ENVIRONMENT, name: 'Acme', type: null })).toEqual({ id: ENVIRONMENT, name: 'Acme', type: '', region: '' });
  });

  it.each([undefined, null, 'text', 42, [], {}, { id: ENVIRONMENT }, { name: 'Acme' }, { id: 1, name: 'Acme' }])(
    'reads no environment from %j',
    (body) => {
      expect(readEnvironment(body)).toBeUndefined();
    },
  );
});

describe('readTokenFacts', () => {
  it.each(regions)('reads environment, organization and region from a token of $name', ({ topLevelDomain }) => {
    const claims = {
      client_id: 'c',
      iss: `https://auth.pingone.${topLevelDomain}/${ENVIRONMENT}/as`,
      aud: [`https://api.pingone.${topLevelDomain}`],
      env: ENVIRONMENT,
      org: ORGANIZATION,
    };
    expect(readTokenFacts(claims)).toEqual({ environmentId: ENVIRONMENT, organizationId: ORGANIZATION, topLevelDomain });
  });

  it('reads the user from a user’s token, and none from an application’s', () => {
    const claims = { client_id: 'c', env: ENVIRONMENT, scope: 'openid p1:read:user', sub: ORGANIZATION };
    expect(readTokenFacts(claims)).toEqual({ environmentId: ENVIRONMENT, subject: ORGANIZATION });
    expect(readTokenFacts({ env: ENVIRONMENT })).not.toHaveProperty('subject');
  });

  it('reads an audience that is not a list', () => {
    expect(readTokenFacts({ aud: 'https://api.pingone.com.au' })).toEqual({ topLevelDomain: 'com.au' });
  });

  it.each([
    {},
    { env: 1, org: null, aud: 7, sub: 3 },
    { aud: ['https://api.pingone.com.evil.example'] },
    { aud: ['https://api.pingone.de'] },
  ])('reads nothing from %j', (claims) => {
    expect(readTokenFacts(claims)).toEqual({});
  });
});
