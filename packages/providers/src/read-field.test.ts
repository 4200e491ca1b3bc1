import { describe, expect, it } from 'vitest';
import { clientIdField, clientSecretField, environmentIdField, topLevelDomainField } from './pingone/fields.ts';
import { regions } from './pingone/regions.ts';
import type { Field } from './provider.ts';
import { findRegion, findWarning, joinPieces, readField } from './read-field.ts';

const ID = 'f2aba07d-270c-42ba-8811-01af5f63d458';
const fields = [environmentIdField, topLevelDomainField, clientIdField, clientSecretField];

function read(field: Field, raw: unknown): string {
  const reading = readField(field, regions, raw);
  return 'value' in reading ? reading.value : reading.problem;
}

describe('readField', () => {
  it.each(fields)('says that $label is missing when nothing was typed', (field) => {
    for (const raw of [undefined, null, '', '  \n', '\u200B', '""']) expect(read(field, raw)).toBe(field.problems.missing);
  });

  it.each(fields)('refuses anything but text as $label', (field) => {
    for (const raw of [0, true, {}, [], ['com'], { toString: () => ID }]) expect(read(field, raw)).toBe(field.problems.invalid);
  });

  it.each([
    [environmentIdField, ` {${ID.toUpperCase()}} `, ID],
    [environmentIdField, 'production', 'environment_id_invalid'],
    [clientIdField, ID.replaceAll('-', ''), ID],
    [environmentIdField, `Environment: ${ID} (Acme Production)`, ID],
    [environmentIdField, `${ID} ${ID.replace('f', '0')}`, 'environment_id_invalid'],
    [clientIdField, ID.replaceAll('-', '\u2011'), ID],
    [clientIdField, `${ID}x`, 'client_id_invalid'],
    [topLevelDomainField, '.COM.AU', 'com.au'],
    [topLevelDomainField, 'de', 'region_unknown'],
    [clientSecretField, ' "~a.b-c_d" ', '~a.b-c_d'],
    [clientSecretField, '"~a.b-c_d",', '~a.b-c_d'],
    [clientSecretField, 'two words', 'two words'],
    [clientSecretField, `${'x'.repeat(40)} ${'y'.repeat(24)}`, `${'x'.repeat(40)}${'y'.repeat(24)}`],
    [clientSecretField, ` "${'x'.repeat(40)}\r\n  ${'y'.repeat(24)}"`, `${'x'.repeat(40)}${'y'.repeat(24)}`],
    [clientSecretField, `${'x'.repeat(40)} ${'y'.repeat(23)}`, `${'x'.repeat(40)} ${'y'.repeat(23)}`],
    [clientSecretField, 'line\nbreak', 'client_secret_invalid'],
    [clientSecretField, 'nul\0', 'client_secret_invalid'],
    [clientSecretField, 'half a pair \uD83D', 'client_secret_invalid'],
    [clientSecretField, 'x'.repeat(1024), 'x'.repeat(1024)],
    [clientSecretField, 'x'.repeat(1025), 'client_secret_invalid'],
    [clientSecretField, '••••••••', 'client_secret_masked'],
    [clientSecretField, '***', 'client_secret_masked'],
    [clientSecretField, '●●●●', 'client_secret_masked'],
    [clientSecretField, '••••a', '••••a'],
  ])('reads %o from %j as %j', (field, raw, expected) => {
    expect(read(field, raw)).toBe(expected);
  });
});

describe('findWarning', () => {
  it('warns of a secret that is shorter than PingOne’s own', () => {
    expect(findWarning(clientSecretField, 'x'.repeat(63))).toBe('client_secret_short');
  });

  it('warns of a secret with a space in it', () => {
    expect(findWarning(clientSecretField, `${'x'.repeat(64)} my-worker`)).toBe('client_secret_spaced');
  });

  it('says nothing about a whole one, or about a field of no usual length', () => {
    expect(findWarning(clientSecretField, 'x'.repeat(64))).toBeUndefined();
    expect(findWarning(environmentIdField, '')).toBeUndefined();
  });
});

describe('joinPieces', () => {
  it('finds nothing to put together in a value that stands in one piece', () => {
    for (const text of ['x'.repeat(64), ` ${'x'.repeat(64)}\n`, 'x'.repeat(30)])
      expect(joinPieces(clientSecretField, text)).toBeUndefined();
    expect(joinPieces(environmentIdField, 'two words')).toBeUndefined();
  });
});

describe('findRegion', () => {
  it.each([
    ...regions.flatMap(({ code, name, topLevelDomain }) => [
      [topLevelDomain, topLevelDomain],
      [`.${topLevelDomain.toUpperCase()}`, topLevelDomain],
      [code, topLevelDomain],
      [name.toLowerCase(), topLevelDomain],
      [`${name} — ${topLevelDomain}`, topLevelDomain],
    ]),
    ['North America', 'com'],
    ['north-america', 'com'],
    ['NorthAmerica', 'com'],
    ['North America (NA)', 'com'],
    ['US', 'com'],
    ['Europe', 'eu'],
    ['Europe (EU)', 'eu'],
    ['Australia-AsiaPacific', 'com.au'],
    ['AsiaPacific', 'asia'],
    ['asia_pacific', 'asia'],
  ])('reads %j as %s', (text, expected) => {
    expect(findRegion(regions, text)?.topLevelDomain).toBe(expected);
  });

  it.each(['', ' ', '.', '-', '123', 'de', 'eu-west-1', 'com.eu', 'pingone.com', 'constructor', 'Europe and Asia'])(
    'finds no region in %j',
    (text) => {
      expect(findRegion(regions, text)).toBeUndefined();
    },
  );
});
