import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, dropInvisible, listUuids, readUuid } from './clean-text.ts';

const ID = 'f2aba07d-270c-42ba-8811-01af5f63d458';

describe('cleanText', () => {
  it.each([
    ['spaces and line breaks', '  \r\n value \n', 'value'],
    ['a no-break space', '\u00A0value\u00A0', 'value'],
    ['a zero-width space inside', 'va\u200Blue', 'value'],
    ['a byte order mark', '\uFEFFvalue', 'value'],
    ['a soft hyphen', 'va\u00ADlue', 'value'],
    ['directional marks', '\u202Avalue\u202C\u200E', 'value'],
    ['double quotes', '"value"', 'value'],
    ['single quotes with a space within', "' value '", 'value'],
    ['backticks', '`value`', 'value'],
    ['typographic quotes', '“value”', 'value'],
    ['German quotes', '„value“', 'value'],
    ['guillemets', '«value»', 'value'],
    ['quotes with a comma behind them, as in JSON', ' "value",\n', 'value'],
    ['quotes with a semicolon behind them, as in code', "'value';", 'value'],
  ])('takes away %s', (_what, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it.each(['"value', 'value"', '"', '",', 'value,', '"value",,', 'two words', '\'a"'])('leaves %j as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('takes away one pair of quotes and no more', () => {
    expect(cleanText('""value""')).toBe('"value"');
  });

  it('returns one stretch of the visible text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(dropInvisible(text)).toContain(cleanText(text));
      }),
    );
  });
});

describe('readUuid', () => {
  it.each([
    ['as it stands', ID],
    ['in upper case', ID.toUpperCase()],
    ['in braces', `{${ID}}`],
    ['in parentheses', `(${ID})`],
    ['as a URN', `urn:uuid:${ID}`],
    ['as 32 hexadecimal digits', ID.replaceAll('-', '')],
    ['in quotes and white space', ` "${ID}"\n`],
    ['with hyphens that do not break', ID.replaceAll('-', '\u2011')],
    ['with dashes', ID.replaceAll('-', '–')],
    ['with minus signs', ID.replaceAll('-', '\u2212')],
    ['with a comma behind it', `${ID},`],
    ['in quotes with a comma behind them', `"${ID}",`],
    ['behind a label', `ID: ${ID}`],
    ['in front of a remark', `${ID} (Acme Production)`],
    ['behind a slash', `/${ID}`],
    ['at the end of a sentence', `It is ${ID}.`],
    ['twice', `${ID} ${ID.toUpperCase()}`],
  ])('reads a UUID %s', (_how, text) => {
    expect(readUuid(text)).toBe(ID);
  });

  it.each([
    ['a word', 'environment'],
    ['nothing', ''],
    ['a UUID that is cut off', ID.slice(0, -1)],
    ['a UUID with a letter too many', `${ID}0`],
    ['a UUID with a letter that is no hexadecimal digit', ID.replace('f', 'g')],
    ['hyphens in the wrong places', 'f2aba07d2-70c-42ba-8811-01af5f63d458'],
    ['a UUID with a word behind its last hyphen', `${ID}-test`],
    ['a UUID in a word', `x${ID}`],
    ['two UUIDs', `${ID} ${ID.replace('f', '0')}`],
    ['a UUID in a URL', `https://login.example.com/as/authorize?client_id=${ID}`],
  ])('refuses %s', (_what, text) => {
    expect(readUuid(text)).toBeUndefined();
  });

  it('reads every UUID back, however it was written', () => {
    const writings = [(id: string) => id.toUpperCase(), (id: string) => `{${id}}`, (id: string) => id.replaceAll('-', '')];
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...writings), (id, write) => {
        expect(readUuid(write(id))).toBe(id);
      }),
    );
  });
});

describe('listUuids', () => {
  it('lists each UUID once, in the order of the text, within URLs too', () => {
    const other = ID.replace('f', '0');
    expect(listUuids(`https://example.com/${other}/x?id=${ID},${other.toUpperCase()}`)).toEqual([other, ID]);
    expect(listUuids('none')).toEqual([]);
  });
});
