import { describe, expect, it } from 'vitest';
import { importConnectionBody } from './connection-import.ts';

const body = {
  provider_config_key: 'pingone-cc',
  connection_config: { environmentId: 'x', tld: 42 },
  credentials: { type: 'OAUTH2_CC', client_id: 'c', client_secret: 's' },
};

describe('importConnectionBody', () => {
  it('leaves the values to the provider’s own schema, and lets pass a token that came along', () => {
    const withToken = { ...body, credentials: { ...body.credentials, token: 't', expires_at: null } };
    expect(importConnectionBody.parse(withToken)).toEqual(withToken);
  });

  it.each([
    ['another kind of credential', { ...body, credentials: { type: 'BASIC', password: 'canary' } }],
    ['tokens with what is not known', { ...body, credentials: { type: 'OAUTH2', access_token: 'a', client_secret: 'canary' } }],
    ['tokens of a client without its secret', { ...body, credentials: { type: 'OAUTH2', config_override: { client_id: 'canary' } } }],
    ['credentials without a kind', { ...body, credentials: { client_secret: 'canary' } }],
    ['an unknown member', { ...body, secret: 'canary' }],
    ['metadata that is a list', { ...body, metadata: ['canary'] }],
    ['an id that is too long', { ...body, connection_id: 'canary'.repeat(50) }],
    ['an id that cannot be stored', { ...body, connection_id: 'canary\0' }],
  ])('refuses %s, without a value in the error', (_what, wrong) => {
    const { error } = importConnectionBody.safeParse(wrong);
    expect(error).toBeDefined();
    expect(JSON.stringify(error?.issues)).not.toContain('canary');
  });
});
