import { integrationBody, integrationListBody, providerBody, providerListBody } from '@latchkey/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({
    options: {
      integrations: [
        { id: 'pingone-cc', provider: 'pingone-cc' },
        { id: 'staging', provider: 'pingone-cc', displayName: 'PingOne, staging' },
      ],
    },
  });
});
afterAll(() => api.close());

const get = (path: string) => api.call('GET', path, { token: api.secretKey, headers: { 'content-type': 'application/json' } });

describe('GET /providers', () => {
  const find = async (query: string): Promise<string[]> => {
    const answer = await get(`/providers${query}`);
    expect(answer.status).toBe(200);
    return providerListBody.parse(answer.body).data.map(({ name }) => name);
  };

  it('finds all, and those whose id or name holds a text, in any case', async () => {
    const all = await find('');
    expect(all).toContain('pingone-cc');
    expect(await find('?search=')).toEqual(all);
    expect(await find('?search=PINGONE-CC')).toEqual(['pingone-cc']);
    expect(await find('?search=client%20cred')).toEqual(['pingone-cc']);
    expect(await find('?search=nothing-like-it')).toEqual([]);
  });

  it.each(['?search=a&search=b', '?serach=a', `?search=${'x'.repeat(256)}`])('refuses %s', async (query) => {
    const answer = await get(`/providers${query}`);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_query_params']);
  });
});

describe('GET /providers/{provider}', () => {
  it('describes a provider in the words of the wire', async () => {
    const answer = await get('/providers/pingone-cc');
    expect(answer.status).toBe(200);
    expect(providerBody.parse(answer.body)).toEqual(answer.body);
    expect(answer.body.data).toMatchObject({
      name: 'pingone-cc',
      display_name: 'PingOne (Client Credentials)',
      auth_mode: 'OAUTH2_CC',
      token_url: 'https://auth.pingone.${connectionConfig.tld}/${connectionConfig.environmentId}/as/token',
      proxy: { base_url: 'https://api.pingone.${connectionConfig.tld}' },
      connection_config: {
        environmentId: { type: 'string', title: 'Environment ID', format: 'uuid', order: 0 },
        tld: { type: 'string', enum: expect.arrayContaining(['com', 'com.au', 'asia']), order: 1 },
      },
      credentials: { client_id: { format: 'uuid' }, client_secret: { secret: true } },
    });
  });

  it('knows no other', async () => {
    const answer = await get('/providers/nope');
    expect([answer.status, answer.body.error.code]).toEqual([404, 'not_found']);
    expect(answer.body.error.message).toContain('provider');
  });
});

describe('GET /integrations', () => {
  it('lists what the options name, in their order', async () => {
    const answer = await get('/integrations');
    expect(answer.status).toBe(200);
    expect(integrationListBody.parse(answer.body)).toEqual(answer.body);
    expect(answer.body.data.map((one: Record<string, unknown>) => [one['unique_key'], one['provider'], one['display_name']])).toEqual([
      ['pingone-cc', 'pingone-cc', 'PingOne (Client Credentials)'],
      ['staging', 'pingone-cc', 'PingOne, staging'],
    ]);
  });
});

describe('GET /integrations/{uniqueKey}', () => {
  it('gives one, with what is asked for besides and nothing else', async () => {
    const answer = await get('/integrations/staging');
    expect(answer.status).toBe(200);
    expect(integrationBody.parse(answer.body)).toEqual(answer.body);
    expect(answer.body.data).toEqual({
      unique_key: 'staging',
      provider: 'pingone-cc',
      display_name: 'PingOne, staging',
      logo: null,
      forward_webhooks: false,
      created_at: null,
      updated_at: null,
    });
    expect((await get('/integrations/staging?include=credentials')).body.data).toHaveProperty('credentials', null);
    for (const query of ['include=webhook&include=credentials', 'include=webhook,credentials']) {
      expect((await get(`/integrations/staging?${query}`)).body.data).toMatchObject({ webhook_url: null, credentials: null });
    }
  });

  it('refuses to add what it does not know, and knows no other integration', async () => {
    const refused = await get('/integrations/staging?include=secrets');
    expect([refused.status, refused.body.error.code]).toEqual([400, 'invalid_query_params']);
    const unknown = await get('/integrations/nope');
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'not_found']);
    expect(unknown.body.error.message).toContain('integration');
  });
});
