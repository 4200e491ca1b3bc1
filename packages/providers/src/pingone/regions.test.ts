import { describe, expect, it } from 'vitest';
import type { Region } from '../provider.ts';
import { regions } from './regions.ts';

const all: readonly Region[] = regions;

describe('PingOne’s regions', () => {
  it('are six, with PingOne’s codes, names and top-level domains', () => {
    expect(regions.map(({ code, name, topLevelDomain }) => [code, name, topLevelDomain])).toEqual([
      ['NA', 'North America (excluding Canada)', 'com'],
      ['CA', 'Canada', 'ca'],
      ['EU', 'European Union', 'eu'],
      ['AU', 'Australia', 'com.au'],
      ['SG', 'Singapore', 'sg'],
      ['AP', 'Asia-Pacific', 'asia'],
    ]);
  });

  it('have no name, code or alias in common', () => {
    const names = all.flatMap(({ code, name, aliases = [] }) =>
      [code, name, ...aliases].map((text) => text.toLowerCase().replace(/[^a-z]/g, '')),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
