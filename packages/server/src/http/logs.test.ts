import { operationBody, operationList } from '@latchkey/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { connectBody, startApi, type TestApi, type TestApiOptions } from '../testing/start-api.ts';

const running: TestApi[] = [];
async function start(options?: TestApiOptions): Promise<TestApi> {
  const api = await startApi(options);
  running.push(api);
  return api;
}
afterEach(async () => {
  for (const api of running.splice(0)) await api.close();
});

async function list(api: TestApi, query = '') {
  const answer = await api.call('GET', `/logs/operations${query}`, { token: api.secretKey });
  expect(answer.status, answer.text).toBe(200);
  return operationList.parse(answer.body);
}

async function get(api: TestApi, id: string) {
  const answer = await api.call('GET', `/logs/operations/${id}`, { token: api.secretKey });
  expect(answer.status, answer.text).toBe(200);
  return operationBody.parse(answer.body).data;
}

async function connect(api: TestApi, worker?: string, overrides?: Record<string, string>) {
  const [environment] = api.sandbox.environments;
  return api.call('POST', '/connect/connections', {
    token: await api.startSession(),
    json: connectBody(environment!, worker, overrides),
    headers: { 'x-request-id': 'request-1' },
  });
}

describe('The request log', () => {
  it('tells of a connect attempt that went well, with each request to the provider', async () => {
    const api = await start();
    const { body } = await connect(api);
    const { data, next_cursor } = await list(api);
    expect(next_cursor).toBeNull();
    expect(data).toMatchObject([
      {
        type: 'connect',
        status: 'success',
        integration_id: 'pingone-cc',
        connection_id: body.data.connection_id,
        end_user_id: 'ada',
        caller: { type: 'connect_session', id: expect.stringMatching(/./) },
        request_id: 'request-1',
        error: null,
      },
    ]);
    const operation = await get(api, data[0]!.id);
    expect(operation.messages.map(({ method, url, status }) => [method, new URL(url).pathname.split('/').pop(), status])).toContainEqual([
      'POST',
      'token',
      200,
    ]);
  });
});
