import { expect, test } from 'vitest';
import { readFilter } from './read-filter.ts';

const ADA = { username: 'ada.lovelace', population: { id: 'p1' }, enabled: true };

test.each([
  ['username eq "ada.lovelace"', true],
  ['username eq "ada"', false],
  ['username sw "ada"', true],
  ['username ew "lace"', true],
  ['username co ".love"', true],
  ['population.id eq "p1"', true],
  ['enabled eq "true"', false],
  ['nothing.at.all eq "x"', false],
])('%s is %s of Ada', (text, expected) => {
  expect(readFilter(text)?.(ADA)).toBe(expected);
});

test.each(['', 'username', 'username is "ada"', 'username eq ada', 'username eq "a" and email eq "b"'])('“%s” is no filter', (text) => {
  expect(readFilter(text)).toBeUndefined();
});
