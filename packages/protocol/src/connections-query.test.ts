import { describe, expect, it } from 'vitest';
import { connectionQuery, connectionsQuery, regionsQuery } from './connections-query.ts';

describe('connectionsQuery', () => {
  it.each([
    ['nothing', {}],
    [
      'every condition',
      {
        connectionId: 'c',
        endUserId: 'u',
        endUserOrganizationId: 'o',
        integrationId: ['a', 'b'],
        tags: { team: 'blue' },
        search: 'x',
        status: 'disabled',
        sort: 'created',
        limit: 10,
        page: 2,
      },
    ],
    ['a cursor of a list by creation', { cursor: '17' }],
    ['a cursor of a list by the last change', { sort: '-updated', cursor: '1700000000000-17' }],
  ])('takes %s', (_what, query) => {
    expect(connectionsQuery.parse(query)).toEqual(query);
  });

  it.each([
    ['a misspelt filter', { endUserID: 'u' }],
    ['an empty filter', { connectionId: '' }],
    ['a limit of none', { limit: 0 }],
    ['a limit that is too high', { limit: 1001 }],
    ['half a page', { page: 0.5 }],
    ['a page before the first', { page: -1 }],
    ['no integration at all', { integrationId: [] }],
    ['a status that there is not', { status: 'broken' }],
    ['an order that there is not', { sort: 'status' }],
    ['a cursor that is none', { cursor: '1-2-3' }],
    ['a cursor beside a page', { cursor: '17', page: 0 }],
    ['a cursor of another order', { sort: 'updated', cursor: '17' }],
    ['a cursor of another order, the usual one asked for', { cursor: '1700000000000-17' }],
  ])('refuses %s', (_what, query) => {
    expect(connectionsQuery.safeParse(query).success).toBe(false);
  });
});

describe('connectionQuery', () => {
  it('needs the integration, and lets pass what other clients send', () => {
    expect(connectionQuery.parse({ provider_config_key: 'pingone-cc', refresh_github_app_jwt_token: 'false' })).toEqual({
      provider_config_key: 'pingone-cc',
    });
    expect(connectionQuery.safeParse({ force_refresh: 'true' }).success).toBe(false);
    for (const name of ['force_refresh', 'refresh_token', 'include_secrets']) {
      expect(connectionQuery.safeParse({ provider_config_key: 'pingone-cc', [name]: 'true' }).success).toBe(true);
      expect(connectionQuery.safeParse({ provider_config_key: 'pingone-cc', [name]: 'yes' }).success).toBe(false);
    }
  });
});

describe('regionsQuery', () => {
  it('takes an environment ID, checked later, and nothing else', () => {
    expect(regionsQuery.safeParse({ environment_id: 'x' }).success).toBe(true);
    expect(regionsQuery.safeParse({ environment_id: 'x'.repeat(256) }).success).toBe(false);
    expect(regionsQuery.safeParse({ environment_id: 'x', host: 'evil.example' }).success).toBe(false);
    expect(regionsQuery.safeParse({}).success).toBe(false);
  });
});
