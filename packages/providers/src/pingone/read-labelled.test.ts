import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelPatterns, readLabelled as read } from './read-labelled.ts';
import type { LabelledName } from './read-labelled.ts';
import { regions } from './regions.ts';

const ID = 'f2aba07d-270c-42ba-8811-01af5f63d458';
const OTHER = '11111111-270c-42ba-8811-01af5f63d458';
const SECRET = '~aB3.x-y_z'.repeat(6);

const labels: readonly [LabelledName, string, readonly string[]][] = [
  [
    'environmentId',
    ID,
    [
      'Environment ID',
      'environment id',
      'Environment',
      'ENV ID',
      'envId',
      'environmentID',
      'environment_id',
      'PINGONE_ENVIRONMENT_ID',
      'P1_ENV_ID',
      'PINGONE_ENV',
      'TF_VAR_pingone_environment_id',
      'pingone.environment-id',
    ],
  ],
  [
    'client_id',
    ID,
    [
      'Client ID',
      'CLIENT ID',
      'clientId',
      'client_id',
      'PINGONE_CLIENT_ID',
      'P1_CLIENT_ID',
      'TF_VAR_client_id',
      'workerClientId',
      'Application ID',
      'App ID',
      'APP_ID',
    ],
  ],
  [
    'client_secret',
    SECRET,
    [
      'Client Secret',
      'CLIENT SECRET',
      'clientSecret',
      'client_secret',
      'client-secret',
      'PINGONE_CLIENT_SECRET',
      'P1_CLIENT_SECRET',
      'TF_VAR_client_secret',
      'Secret',
      'PINGONE_SECRET',
    ],
  ],
  [
    'tld',
    'eu',
    [
      'Region',
      'REGION',
      'regionCode',
      'region_code',
      'PINGONE_REGION',
      'TLD',
      'Top-Level Domain',
      'topLevelDomain',
      'PINGONE_TOP_LEVEL_DOMAIN',
    ],
  ],
];

const layouts: readonly [string, (label: string, value: string) => string][] = [
  ['KEY=value', (label, value) => `${label}=${value}`],
  ['export KEY="value"', (label, value) => `export ${label}="${value}"`],
  ["KEY = 'value'", (label, value) => `${label} = '${value}'`],
  ['key: value', (label, value) => `${label}: ${value}`],
  ['key:value', (label, value) => `${label}:${value}`],
  ['a tab between', (label, value) => `${label}\t${value}`],
  ['many spaces between', (label, value) => `${label}        ${value}`],
  ['one space between', (label, value) => `${label} ${value}`],
  ['the value on the next line', (label, value) => `${label}\n${value}`],
  ['the value two lines below', (label, value) => `${label}:\n\n  ${value}`],
  ['JSON', (label, value) => `{"${label}":"${value}","x":1}`],
  ['JSON, printed as PingOne does', (label, value) => `{\n  "${label}" : "${value}",\n  "x" : 1\n}`],
  ['YAML', (label, value) => `pingone:\n  - ${label}: "${value}" # from the console`],
  ['Markdown', (label, value) => `- **${label}:** \`${value}\``],
  ['a Markdown table', (label, value) => `| ${label} | ${value} |`],
  ['Ruby', (label, value) => `'${label}' => '${value}'`],
];

describe.each(labels)('readLabelled of %s', (name, value, names) => {
  it.each(layouts)('reads every label in the layout: %s', (_layout, write) => {
    for (const label of names) expect([label, readLabelled(write(label, value), name)]).toEqual([label, value]);
  });

  it('finds nothing without a label', () => {
    expect(readLabelled(value, name)).toBeUndefined();
  });

  it('has a pattern in which every repetition is bounded', () => {
    // Character classes first, because in them a star is a star.
    const outside = labelPatterns[name].source.replace(/\[(?:[^\]\\]|\\.)*\]/g, 'C').replace(/\\./g, 'E');
    expect(outside).not.toMatch(/[*+]|\{\d+,\}/);
  });
});

const readLabelled = (source: string, name: LabelledName) => read(source, name, regions);

describe('readLabelled', () => {
  it.each([
    `Organization ID: ${ID}`,
    `Organization ID\n${ID}`,
    `"organization" : {\n    "id" : "${ID}"\n  }`,
    `Population ID: ${ID}`,
    `License ID: ${ID}`,
    `Environment ID\nOrganization ID\n${ID}`,
    `environment_id=\norganization_id=${ID}`,
  ])('takes the ID in %j for no environment ID', (source) => {
    expect(readLabelled(source, 'environmentId')).toBeUndefined();
  });

  it.each([
    `{"environment":{"id":"${ID}"}}`,
    `{\n  "environment" : {\n    "id" : "${ID}"\n  }\n}`,
    `environment:\n  id: ${ID}`,
    `/v1/environments/${ID}/users`,
    `Organization ID: ${OTHER}\nEnvironment ID: ${ID}`,
    `ENV ID: {${ID.toUpperCase()}}`,
    `env_id=${ID.replaceAll('-', '')}`,
  ])('finds the environment ID in %j', (source) => {
    expect(readLabelled(source, 'environmentId')).toBe(ID);
  });

  it.each([
    ['a method', 'Token Endpoint Authentication Method\nClient Secret Post\nGrant Type\nClient Credentials'],
    ['a method in JSON', '"tokenEndpointAuthMethod" : "CLIENT_SECRET_BASIC",\n"x" : "something-that-is-long-1"'],
    ['a list of methods', '"token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"]'],
    ['an empty value in JSON', `{"client_secret":"","client_id":"${ID}"}`],
    ['no value in JSON', '{"client_secret": null }'],
    ['an empty line of a .env file', `CLIENT_SECRET=\nCLIENT_ID=${ID}`],
    ['an empty value in quotes', `CLIENT_SECRET=""\nCLIENT_ID=${ID}`],
    ['a placeholder', 'CLIENT_SECRET=<client-secret>'],
    ['a reference', 'CLIENT_SECRET=${SECRET_OF_CLIENT}'],
    ['the secret of something else', 'WEBHOOK_SECRET=whsec_0123456789abcdef'],
    ['the previous secret', `{"previous" : {\n    "secret" : "${SECRET}" } }`],
    ['a sentence', 'Keep the client secret somewhere safe and rotate it.'],
    ['a quote that does not end', 'client_secret="two words"'],
  ])('takes %s for no client secret', (_what, source) => {
    expect(readLabelled(source, 'client_secret')).toBeUndefined();
  });

  it.each([
    ['a short one behind its label', 'Client Secret: abc', 'abc'],
    ['one with a comma behind it', 'client_secret: abc123,', 'abc123'],
    ['one in a form body', `grant_type=client_credentials&client_id=${ID}&client_secret=ab%7Ecd&x=1`, 'ab~cd'],
    ['one that curl will encode', `curl --data-urlencode 'grant_type=x' --data-urlencode 'client_secret=100%25~x'`, '100%25~x'],
    ['one in a form body that is not well encoded', 'grant_type=x&client_secret=100%', '100%'],
    ['the one of PingOne among several', 'GITHUB_CLIENT_SECRET=aaaaaa\nPINGONE_CLIENT_SECRET=bbbbbb', 'bbbbbb'],
    ['the new one of two', `{"environment":{"id":"${ID}"},"previous":{"secret":"old-old-old"},"secret":"new-new-new"}`, 'new-new-new'],
    ['the dots, so that they can be named', 'Client Secret\t••••••••', '••••••••'],
  ])('finds %s', (_what, source, expected) => {
    expect(readLabelled(source, 'client_secret')).toBe(expected);
  });

  it.each([
    ['Region: North America', 'com'],
    ['Region\nEuropean Union', 'eu'],
    ['Region: Europe (EU)\nLicense: trial', 'eu'],
    ['region: "EU"', 'eu'],
    ['Region: EU Client ID: x', 'eu'],
    ['PINGONE_REGION=AsiaPacific', 'asia'],
    ['tld=com.au', 'com.au'],
    ['AWS_REGION=eu-west-1\nREGION=CA', 'ca'],
  ])('reads the region in %j', (source, expected) => {
    expect(readLabelled(source, 'tld')).toBe(expected);
  });

  it.each(['AWS_REGION=ca-central-1', 'Region: de', 'Region:', 'in this region you find'])('finds no region in %j', (source) => {
    expect(readLabelled(source, 'tld')).toBeUndefined();
  });

  it('reads every secret that PingOne might make, whole, in every layout', () => {
    const unit = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~._-'.split(''));
    const secret = fc.string({ unit, minLength: 32, maxLength: 64 }).filter((text) => /\d/.test(text));
    fc.assert(
      fc.property(secret, fc.constantFrom(...layouts), (text, [, write]) => {
        expect(readLabelled(write('Client Secret', text), 'client_secret')).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
});
