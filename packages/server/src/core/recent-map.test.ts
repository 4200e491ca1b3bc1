import { expect, test } from 'vitest';
import { createRecentMap } from './recent-map.ts';

test('What was used longest ago is forgotten first.', () => {
  const map = createRecentMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  map.set('a', 4);
  map.set('d', 5);
  expect([...map.entries()]).toEqual([
    ['a', 4],
    ['d', 5],
  ]);
});
