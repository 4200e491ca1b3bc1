import { describe, expect, it } from 'vitest';
import { pingOneClientCredentials } from './pingone-cc.ts';
import { pingOne } from './pingone.ts';
import { defaultScopes, scopes } from './scopes.ts';

describe('the scopes of a sign-on to PingOne', () => {
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
      expect(name).toMatch(
        /^(?:p1:(?:create|read|update|delete|reset|validate|verify):[a-zA-Z]+|openid|profile|email|address|phone|offline_access)$/,
      );
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are not offered to worker applications, which are never granted one', () => {
    expect([pingOneClientCredentials.scopes, pingOneClientCredentials.defaultScopes]).toEqual([[], []]);
  });

  it('hold those that are asked for when nobody names any, which are those that the access checks need', () => {
    expect(scopes.map(({ name }) => name)).toEqual(expect.arrayContaining([...defaultScopes]));
    const named = pingOne.accessChecks.flatMap(({ remedy }) => defaultScopes.filter((scope) => remedy.includes(scope)));
    expect(new Set(named)).toEqual(new Set(defaultScopes));
  });

  it('do not ask for offline_access unless somebody does, because PingOne refuses it where it is not granted', () => {
    expect(defaultScopes).not.toContain('offline_access');
  });
});
