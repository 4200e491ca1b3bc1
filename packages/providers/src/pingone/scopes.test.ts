import { describe, expect, it } from 'vitest';
import { pingOneClientCredentials as provider } from './pingone-cc.ts';
import { scopes } from './scopes.ts';

describe('PingOne’s self-management scopes', () => {
  it('show first the six that applications usually ask for', () => {
    expect(scopes.filter(({ common }) => common).map(({ name }) => name)).toEqual([
      'p1:read:user',
      'p1:update:user',
      'p1:read:userPassword',
      'p1:reset:userPassword',
      'p1:read:device',
      'p1:update:userMfaEnabled',
    ]);
  });

  it('have names of their own, in PingOne’s form, each with a sentence', () => {
    expect(new Set(scopes.map(({ name }) => name)).size).toBe(scopes.length);
    for (const { name, description } of scopes) {
      expect(name).toMatch(/^p1:(?:create|read|update|delete|reset|validate|verify):[a-zA-Z]+$/);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are not offered to worker applications, which are never granted one', () => {
    expect(provider.scopes).toEqual([]);
  });
});
