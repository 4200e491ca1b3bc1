import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInputSchema } from './input-schema.ts';
import { findProblem } from './problem-texts.ts';
import { pingOneClientCredentials } from './pingone/pingone-cc.ts';

const ENVIRONMENT = 'f2aba07d-270c-42ba-8811-01af5f63d458';
const CLIENT = '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40';
const good = { environmentId: ENVIRONMENT, tld: 'eu', client_id: CLIENT, client_secret: '~s3cret.value' };
const { form } = pingOneClientCredentials;
const schema = createInputSchema(form);

function check(raw: unknown): Record<string, string> {
  const issues = schema.safeParse(raw).error?.issues ?? [];
  return Object.fromEntries(issues.map((issue) => [issue.path.join('.'), issue.message]));
}

describe('createInputSchema', () => {
  it('returns the cleaned values of the fields, and nothing else', () => {
    const raw = { ...good, environmentId: `{${ENVIRONMENT.toUpperCase()}}`, tld: 'EU', client_secret: ' ~s3cret.value\n', extra: 1 };
    expect(schema.parse(raw)).toEqual(good);
  });

  it('reports every missing field by its name', () => {
    expect(check({})).toEqual({
      environmentId: 'environment_id_missing',
      tld: 'region_missing',
      client_id: 'client_id_missing',
      client_secret: 'client_secret_missing',
    });
  });

  it.each([
    ['a word as environment ID', { environmentId: 'production' }, { environmentId: 'environment_id_invalid' }],
    ['an unknown region', { tld: 'de' }, { tld: 'region_unknown' }],
    ['a number as client ID', { client_id: 42 }, { client_id: 'client_id_invalid' }],
    ['dots in place of the secret', { client_secret: '••••••••' }, { client_secret: 'client_secret_masked' }],
    ['the environment ID as client ID', { client_id: ENVIRONMENT }, { client_id: 'client_id_is_environment_id' }],
    [
      'the environment ID as client ID, written otherwise',
      { client_id: ENVIRONMENT.toUpperCase() },
      { client_id: 'client_id_is_environment_id' },
    ],
    ['the client ID as secret', { client_secret: CLIENT }, { client_secret: 'client_secret_is_client_id' }],
    [
      'the URL of a custom domain',
      { environmentId: 'https://login.example.com/as/token' },
      { environmentId: 'environment_id_is_custom_domain' },
    ],
    [
      'the URL of a custom domain that tells a client ID',
      { environmentId: `https://login.example.com/as/authorize?client_id=${CLIENT}` },
      { environmentId: 'environment_id_is_custom_domain' },
    ],
    ['another field’s value by its label', { environmentId: `Client ID: ${CLIENT}` }, { environmentId: 'environment_id_invalid' }],
  ])('names %s', (_what, wrong, expected) => {
    expect(check({ ...good, ...wrong })).toEqual(expected);
  });

  it.each([
    ['a token endpoint as environment ID', { environmentId: `https://auth.pingone.eu/${ENVIRONMENT}/as/token` }],
    ['a token endpoint as environment ID, and no region', { environmentId: `https://auth.pingone.eu/${ENVIRONMENT}/as/token`, tld: '' }],
    [
      'a label in front of each value',
      {
        environmentId: `Environment ID: ${ENVIRONMENT}`,
        tld: 'Region: EU',
        client_id: `Client ID: ${CLIENT}`,
        client_secret: 'Client Secret: ~s3cret.value',
      },
    ],
    ['a remark behind the environment ID', { environmentId: `${ENVIRONMENT} (Acme Production)` }],
    ['an environment ID with dashes', { environmentId: ENVIRONMENT.replaceAll('-', '–') }],
    ['a URL at the end of a sentence', { environmentId: `https://api.pingone.eu/v1/environments/${ENVIRONMENT}.`, tld: '' }],
    ['the environment ID beside the region', { environmentId: `Region: EU, ${ENVIRONMENT}`, tld: '' }],
    [
      'everything in the first field',
      {
        environmentId: `ENV_ID=${ENVIRONMENT}\nREGION=EU\nCLIENT_ID=${CLIENT}\nCLIENT_SECRET=~s3cret.value`,
        tld: null,
        client_id: '',
        client_secret: undefined,
      },
    ],
  ])('puts right %s', (_what, pasted) => {
    expect(schema.parse({ ...good, ...pasted })).toEqual(good);
  });

  it('prefers what stands in a field to what another field’s text says', () => {
    const other = '11111111-270c-42ba-8811-01af5f63d458';
    expect(schema.parse({ ...good, environmentId: `ENV_ID=${ENVIRONMENT}\nCLIENT_ID=${other}` })).toEqual(good);
  });

  it.each([[undefined], [null], ['text'], [42], [[]]])('refuses %j, which is no object', (raw) => {
    expect(schema.safeParse(raw).success).toBe(false);
  });

  it('never puts a value into an issue', () => {
    const value = fc.string({ minLength: 6 }).map((text) => `canary-${text}`);
    fc.assert(
      fc.property(
        fc.record({ environmentId: value, tld: value, client_id: value, client_secret: value.map((text) => `${text}\n${text}`) }),
        (raw) => {
          const { error } = schema.safeParse(raw);
          expect(error).toBeDefined();
          expect(JSON.stringify(error?.issues)).not.toContain('canary');
          expect(error?.message).not.toContain('canary');
        },
      ),
    );
  });

  it('leaves a secret as it is, whatever characters it has', () => {
    const unit = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code));
    const secret = fc.string({ unit, minLength: 16, maxLength: 128 }).filter((text) => !/^["'`*.]|["'`]$/.test(text));
    fc.assert(
      fc.property(secret, (text) => {
        expect(schema.parse({ ...good, client_secret: text }).client_secret).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reports only codes that have an explanation, under names of fields', () => {
    const anything = fc.oneof(fc.string(), fc.constant(undefined), fc.integer(), fc.constantFrom(ENVIRONMENT, CLIENT, 'eu', '••••'));
    fc.assert(
      fc.property(fc.record({ environmentId: anything, tld: anything, client_id: anything, client_secret: anything }), (raw) => {
        for (const [field, code] of Object.entries(check(raw))) {
          expect(form.fields.map(({ name }) => name)).toContain(field);
          expect(findProblem(code)).toBeDefined();
        }
      }),
    );
  });
});

describe('findProblem', () => {
  it('finds problems of fields and of pairs of fields', () => {
    expect(findProblem('region_unknown')?.message).toContain('region');
    expect(findProblem('client_id_is_environment_id')?.remedy).toContain('Client ID');
  });

  it('finds nothing for a code that no field has', () => {
    for (const code of ['server_error', 'constructor']) expect(findProblem(code)).toBeUndefined();
  });
});
