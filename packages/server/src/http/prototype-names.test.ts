import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectBody, startApi, type TestAnswer, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const json = { 'content-type': 'application/json' };

it('Names that mean something to JavaScript change nothing, and break nothing, wherever they stand in a body or a query.', async () => {
  const token = api.secretKey;
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const seen: TestAnswer[] = [];
  for (const name of names) {
    const entry = `${JSON.stringify(name)}:`;
    const session = `{"end_user":{"id":"ada","tags":{${entry}"x"}},"tags":{${entry}"x"},"integrations_config_defaults":{${entry}{"connection_config":{${entry}"x"}}}}`;
    seen.push(await api.call('POST', '/connect/sessions', { token, raw: session, headers: json }));
    seen.push(await api.call('POST', '/connect/sessions', { token, raw: `{"end_user":{"id":"a"},"tags":{${entry}"x"}}`, headers: json }));
    seen.push(await api.call('POST', '/connect/sessions', { token, raw: `{${entry}{"polluted":true},"tags":{"a":"b"}}`, headers: json }));
    seen.push(await api.call('GET', `/connections?tags[${name}]=x&${name}=1`, { token }));
    seen.push(await api.call('GET', `/connections?tags[${name}]=x`, { token }));
    seen.push(await api.call('GET', `/connections/${name}?provider_config_key=${name}`, { token }));
    seen.push(await api.call('GET', `/integrations/${name}`, { token }));
    const browser = await api.startSession();
    const { connection_config } = connectBody(api.sandbox.environments[0]!);
    const fields = `{${entry}"x",${JSON.stringify(connection_config).slice(1)}`;
    const body = `{"integration_id":"${name}","connection_config":${fields},"credentials":{${entry}"x"}}`;
    seen.push(await api.call('POST', '/connect/connections', { token: browser, raw: body, headers: json }));
    seen.push(
      await api.call('POST', '/connect/connections', { token: browser, raw: body.replace(`"${name}"`, '"pingone-cc"'), headers: json }),
    );
    const connected = await api.call('POST', '/connect/connections', { token: browser, json: connectBody(api.sandbox.environments[0]!) });
    const id = connected.body.data.connection_id;
    const metadata = `{"connection_id":"${id}","provider_config_key":"pingone-cc","metadata":{${entry}{"polluted":true},"kept":1}}`;
    seen.push(await api.call('POST', '/connections/metadata', { token, raw: metadata, headers: json }));
    seen.push(await api.call('PATCH', '/connections/metadata', { token, raw: metadata, headers: json }));
    const read = await api.call('GET', `/connections/${id}?provider_config_key=pingone-cc`, { token });
    seen.push(read);
    expect(read.body.metadata.kept).toBe(1);
  }
  expect(seen.filter(({ status }) => status >= 500)).toEqual([]);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
