import { importConnectionBody } from '@latchkey/protocol';
import { expect, test } from 'vitest';
import { readExport } from './read-export.ts';
import { readExportedConnection } from './read-exported-connection.ts';

const worker = {
  connection_id: 'one',
  provider_config_key: 'pingone-cc',
  connection_config: { tld: 'eu', environmentId: '1c27a2f5-45ad-4b1b-a8a3-4d5ccd67b68e', oauth_scopes_override: [] },
  credentials: { type: 'OAUTH2_CC', token: 'old', raw: {}, client_id: 'id', client_secret: 'sesame' },
};
const read = (value: object): unknown => readExportedConnection(value, 3, new Map([['old', 'new']]));

test('a worker’s connection becomes what an import takes: its credentials, and what the form has', () => {
  const { body } = read({ ...worker, metadata: null, tags: {}, end_user: null }) as { body: unknown };
  expect(body).toEqual({
    connection_id: 'one',
    provider_config_key: 'pingone-cc',
    connection_config: { tld: 'eu', environmentId: '1c27a2f5-45ad-4b1b-a8a3-4d5ccd67b68e' },
    credentials: { type: 'OAUTH2_CC', client_id: 'id', client_secret: 'sesame' },
    tags: {},
  });
  expect(importConnectionBody.safeParse(body).success).toBe(true);
});

test('a sign-in keeps its tokens, and the client that it was made through when that is whole', () => {
  const tokens = { type: 'OAUTH2', access_token: 'a', refresh_token: 'r', expires_at: '2026-01-02T04:04:05.000+00:00', raw: { x: 1 } };
  const withClient = (config_override: object | null): unknown => {
    const { body } = read({ ...worker, credentials: { ...tokens, config_override } }) as { body: unknown };
    expect(importConnectionBody.safeParse(body).success).toBe(true);
    return (body as { credentials: unknown }).credentials;
  };
  const kept = { type: 'OAUTH2', access_token: 'a', refresh_token: 'r', expires_at: tokens.expires_at };
  expect(withClient(null)).toEqual(kept);
  expect(withClient({ client_id: 'id', client_secret: '' })).toEqual(kept);
  expect(withClient({ client_id: 'id', client_secret: 's' })).toEqual({
    ...kept,
    config_override: { client_id: 'id', client_secret: 's' },
  });
});

test('an organization stands beside its end user, and what was empty is left out', () => {
  const owner = { id: 'u', display_name: null, email: '', tags: null, organization: { id: 'acme', display_name: null } };
  expect(read({ ...worker, provider_config_key: 'old', end_user: owner })).toMatchObject({
    body: { provider_config_key: 'new', end_user: { id: 'u' }, organization: { id: 'acme' } },
  });
});

test.each([
  [{ ...worker, credentials: {} }, 'one', 'refresh_token=true'],
  [{ ...worker, credentials: { type: 'API_KEY', apiKey: 'sesame' } }, 'one', 'of another kind'],
  [{ connection_id: 'two', credentials: worker.credentials }, 'two', 'connection_config'],
  [['sesame'], '#3', 'the whole'],
])('what cannot be imported is named without what stands in it', (value, connectionId, said) => {
  const result = read(value);
  expect(result).toMatchObject({ connectionId, problem: expect.stringContaining(said) });
  expect(JSON.stringify(result)).not.toContain('sesame');
});

test('an export is a list, one connection, or one on each line', () => {
  expect(readExport('[{"a":1},{"a":2}]')).toEqual([{ a: 1 }, { a: 2 }]);
  expect(readExport('{\n  "a": 1\n}')).toEqual([{ a: 1 }]);
  expect(readExport('{"a":1}\r\n\n{"a":2}\n')).toEqual([{ a: 1 }, { a: 2 }]);
  expect(readExport('')).toEqual([]);
  expect(() => readExport('{"a":1}\n{"a"')).toThrow('Line 2 is no JSON');
});
