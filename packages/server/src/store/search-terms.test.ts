import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchEntry, buildSearchTerm, buildTagTerm, listTerms, markWords } from './search-terms.ts';

const nobody = { end_user: null, organization: null, environment: null, tags: '{}' };
const entryOf = (connection_id: string) => buildSearchEntry({ ...nobody, connection_id });
/** Tells whether a text is found, by the text that is kept and by the terms that lead to it. */
function isFound(search: string, connectionId: string): boolean {
  const entry = entryOf(connectionId);
  const term = buildSearchTerm(search);
  const isWithin = entry.text.includes(markWords(search));
  const leads = term === undefined || listTerms(entry).some((one) => one.startsWith(term));
  // Whatever is within must be led to, or one way of listing would find what the other does not.
  expect(leads || !isWithin).toBe(true);
  return isWithin;
}

describe('A search', () => {
  it.each([
    ['ada@acme.example', 'ada.lovelace@acme.example', false],
    ['lovelace@acme', 'ada.lovelace@acme.example', true],
    ['@acme.example', 'ada.lovelace@acme.example', true],
    ['EXAMPLE', 'ada.lovelace@acme.example', true],
    ['velace', 'ada.lovelace@acme.example', false],
    ['Ada Love', 'Ada Lovelace', true],
    ['usr_77', 'USR_7701', true],
    ['77', 'usr_77', true],
    ['7', 'usr_177', false],
    ['明', '李明', true],
    ['é', 'Émile', true],
    ['100%', 'to 100% sure', true],
    ['%', 'to 100% sure', true],
    ['% ', 'to 100% sure', true],
    ['🔑', 'the 🔑', true],
    ['#', 'to 100% sure', false],
    ['', 'anything', true],
  ])('for "%s" finds "%s": %s', (search, text, found) => {
    expect(isFound(search, text)).toBe(found);
  });

  it('finds a UUID by its beginning, however much of it, and by none of its parts', () => {
    const uuid = '3F2504E0-4F89-11D3-9A0C-0305E82C3301';
    for (let length = 1; length <= uuid.length; length += 1) expect(isFound(uuid.slice(0, length).toLowerCase(), `id ${uuid}`)).toBe(true);
    expect(isFound('4f89', uuid)).toBe(false);
    expect(listTerms(entryOf(uuid))).toEqual([uuid.slice(0, 32), '\u0002-']);
  });

  it('finds every text by what stands in it from the beginning of a word', () => {
    const part = fc.constantFrom(
      'ada',
      'É',
      ' ',
      '-',
      '@',
      '.',
      '李',
      '12345678-',
      'DEADBEEF',
      '7',
      '_',
      '🔑',
      'ß',
      '\u0301',
      'x'.repeat(40),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.nat(11), fc.nat(12), (parts, from, length) => {
        // Only words begin with a letter that follows none; what a text begins with is always found.
        const text = parts.join('').normalize('NFC');
        const begin = from < parts.length && /[ \-@._]$/.test(parts.slice(0, from).join('')) ? from : 0;
        const before = parts.slice(0, begin).join('');
        // What goes before may be a UUID's beginning, which the rest belongs to.
        fc.pre(!/[\dA-F]{8}-[\dA-F-]*$/i.test(before.toUpperCase()));
        const search = parts
          .slice(begin, begin + length)
          .join('')
          .normalize('NFC');
        fc.pre(
          text.includes(search) &&
            !parts
              .slice(begin + length)
              .join('')
              .startsWith('\u0301'),
        );
        expect(isFound(search, text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('The terms of a connection', () => {
  it('are those of what is searched, each once, and its tags, which no text begins like', () => {
    const terms = listTerms(
      buildSearchEntry({
        connection_id: 'conn-1',
        end_user: JSON.stringify({ id: 'conn-1', displayName: 'Ada', email: 'ada@acme.example', tags: { Team: 'red' } }),
        organization: JSON.stringify({ id: 'acme' }),
        environment: JSON.stringify({ id: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', name: 'Production', region: 'EU' }),
        tags: '{"plan":"gold","end_user_id":"own"}',
      }),
    );
    expect(terms.toSorted()).toEqual(
      [
        'CONN-1',
        '1',
        'ADA',
        'ADA@ACME.EXAMPLE',
        'ACME.EXAMPLE',
        'EXAMPLE',
        '\u0002-',
        '\u0002@',
        '\u0002.',
        'PRODUCTION',
        '3F2504E0-4F89-11D3-9A0C-0305E82C',
        '#plan=gold',
        '#team=red',
        '#end_user_id=own',
        '#end_user_email=ada@acme.example',
        '#end_user_display_name=Ada',
        '#organization_id=acme',
      ].toSorted(),
    );
    expect(buildSearchTerm('#plan=gold')).toBe('PLAN=GOLD');
    expect(buildSearchTerm(' #')).toBe('\u0002#');
  });

  it('are short, and cut off between characters', () => {
    for (const term of [...listTerms(entryOf(`x${'🔑'.repeat(40)}`)), buildTagTerm('a', '🔑'.repeat(100))]) {
      expect(term.length).toBeLessThanOrEqual(100);
      expect(term.isWellFormed()).toBe(true);
    }
  });
});
