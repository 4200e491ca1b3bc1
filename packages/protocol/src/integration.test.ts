import { describe, expect, it } from 'vitest';
import { createIntegrationBody, parseScopeList, updateIntegrationBody } from './integration.ts';

describe('parseScopeList', () => {
  it.each([
    ['', []],
    ['openid', ['openid']],
    ['openid,p1:read:user', ['openid', 'p1:read:user']],
    [' openid , profile profile,', ['openid', 'profile']],
  ])('reads %j', (list, scopes) => {
    expect(parseScopeList(list)).toEqual(scopes);
  });
});

describe('The body of an integration', () => {
  const body = { provider: 'pingone', unique_key: 'sign-on' };
  const client = { type: 'OAUTH2', client_id: 'a', client_secret: 'b' };

  it.each([
    ['as little as can be', body],
    ['a client with scopes', { ...body, display_name: 'Sign on', credentials: { ...client, scopes: 'openid,p1:read:user' } }],
    ['scopes without a client', { ...body, credentials: { type: 'OAUTH2', scopes: 'openid' } }],
    ['the switch of the wire, off', { ...body, forward_webhooks: false }],
  ])('may be %s', (_what, good) => {
    expect(createIntegrationBody.parse(good)).toEqual(good);
  });

  it.each([
    ['an id with a slash', { unique_key: 'a/b' }],
    ['an id with a space', { unique_key: 'a b' }],
    ['an id that is too long', { unique_key: 'a'.repeat(65) }],
    ['an id that begins with a dot', { unique_key: '.a' }],
    ['half a client', { credentials: { type: 'OAUTH2', client_secret: 'canary' } }],
    ['a scope with a quote', { credentials: { ...client, scopes: 'canary"' } }],
    ['what nobody heeds', { integration_config: { canary: true } }],
  ])('is not %s, and no error holds a value', (_what, change) => {
    const { error } = createIntegrationBody.safeParse({ ...body, ...change });
    expect(error).toBeDefined();
    expect(JSON.stringify(error?.issues)).not.toContain('"canary"');
    expect(updateIntegrationBody.safeParse(change).success).toBe(false);
  });

  it('takes a client away by null, when it is changed', () => {
    expect(updateIntegrationBody.parse({ credentials: null })).toEqual({ credentials: null });
    expect(createIntegrationBody.safeParse({ ...body, credentials: null }).success).toBe(false);
  });
});
