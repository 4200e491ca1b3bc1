import { describe, expect, it } from 'vitest';
import { holdsScope, keyScopes } from './key-scopes.ts';

describe('What a key may do', () => {
  it('is what it was given, scope by scope', () => {
    for (const scope of keyScopes) {
      expect(holdsScope([scope], scope)).toBe(true);
      expect(
        holdsScope(
          keyScopes.filter((other) => other !== scope),
          scope,
        ),
      ).toBe(false);
    }
    expect(holdsScope([], 'proxy')).toBe(false);
  });

  it('is everything with "all", which nobody has who was only given every scope that there is', () => {
    for (const scope of [...keyScopes, 'all'] as const) expect(holdsScope(['all'], scope)).toBe(true);
    expect(holdsScope(keyScopes, 'all')).toBe(false);
  });
});
