import { expect, test } from 'vitest';
import { formatPlatformJson } from './error-bodies.ts';

test('JSON of the platform has spaces round the colon and is still JSON', () => {
  const value = {
    id: 'x',
    details: [{ code: 'A' }, { code: 'B' }],
    none: [],
    empty: {},
    count: 2,
    on: true,
    missing: null,
    gone: undefined,
  };
  const text = formatPlatformJson(value);
  expect(text).toContain('"id" : "x"');
  expect(text).toContain('"details" : [ {\n    "code" : "A"\n  }, {');
  expect(text).toContain('"none" : [ ]');
  const { gone: _gone, ...rest } = value;
  expect(JSON.parse(text)).toEqual(rest);
});
