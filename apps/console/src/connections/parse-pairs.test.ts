import { describe, expect, it } from 'vitest';
import { parseMetadata, parseTags } from './parse-pairs.ts';

describe('metadata that was typed', () => {
  it('is an object of anything', () => {
    expect(parseMetadata('{"a": [1], "b": null}')).toEqual({ value: { a: [1], b: null } });
  });

  it.each(['', '{', '[]', '"text"', 'null', '{"a": 1,}'])('%j is refused with a sentence', (text) => {
    expect(parseMetadata(text)).toEqual({ problem: expect.any(String) });
  });
});

describe('tags that were typed', () => {
  it('are an object of texts', () => {
    expect(parseTags('{"plan": "gold"}')).toEqual({ value: { plan: 'gold' } });
    expect(parseTags('{"plan": 3}')).toEqual({ problem: expect.stringContaining('"plan"') });
  });
});
