import { expect, test } from 'vitest';
import { buildOperationId, readOperationMoment } from './operation-id.ts';

const uuid = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';

test('An id is a UUID of version 7 that sorts by its moment, which can be read from it.', () => {
  const moments = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 4_000_000_000_000].map((ms) => new Date(ms));
  const ids = moments.map((moment) => buildOperationId(moment, uuid));
  expect(ids[2]).toBe('018bcfe5-6800-71d0-a765-00a0c91e6bf6');
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.map(readOperationMoment)).toEqual(moments);
  expect(readOperationMoment(ids[2]!.toUpperCase())).toEqual(moments[2]);
});

test.each(['', 'x', uuid, '018bcfe5680071d0a76500a0c91e6bf6'])('"%s" is the id of no operation.', (text) => {
  expect(readOperationMoment(text)).toBeUndefined();
});
