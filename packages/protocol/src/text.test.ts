import { describe, expect, it } from 'vitest';
import { createConnectionBody } from './connection.ts';
import { createConnectSessionBody, createReconnectSessionBody } from './connect-session.ts';
import { connectionQuery, connectionsQuery } from './connections-query.ts';
import { isStorable, text } from './text.ts';

const unstorable = [
  ['U+0000', 'a\0b'],
  ['the first half of a surrogate pair', 'a\uD83Db'],
  ['the second half of a surrogate pair', '\uDD11'],
  ['both halves in the wrong order', '\uDD11\uD83D'],
] as const;

describe('text', () => {
  it.each(['Ada', 'Zoë', '李', '🔑', '\u0001\t\n', '\uFFFD', "'; drop table --"])('takes %j', (value) => {
    expect([isStorable(value), text.safeParse(value).success]).toEqual([true, true]);
  });

  it.each(unstorable)('refuses %s', (_what, value) => {
    expect([isStorable(value), text.safeParse(value).success]).toEqual([false, false]);
  });
});

describe.each(unstorable)('%s', (_what, value) => {
  const reconnection = { connection_id: 'c', integration_id: 'i' };

  it.each([
    ['the id of an end user', createConnectSessionBody, { end_user: { id: value } }],
    ['the name of an end user', createConnectSessionBody, { end_user: { id: 'u', display_name: value } }],
    ['the email of an end user', createConnectSessionBody, { end_user: { id: 'u', email: `${value}@example.com` } }],
    ['a tag of an end user', createConnectSessionBody, { end_user: { id: 'u', tags: { team: value } } }],
    ['the name of an end user’s tag', createConnectSessionBody, { end_user: { id: 'u', tags: { [value]: 'blue' } } }],
    ['the id of an organization', createConnectSessionBody, { tags: {}, organization: { id: value } }],
    ['the name of an organization', createConnectSessionBody, { tags: {}, organization: { id: 'o', display_name: value } }],
    ['a tag', createConnectSessionBody, { tags: { team: value } }],
    ['an allowed integration', createConnectSessionBody, { tags: {}, allowed_integrations: [value] }],
    ['the connection of a reconnect session', createReconnectSessionBody, { ...reconnection, connection_id: value }],
    ['the integration of a reconnect session', createReconnectSessionBody, { ...reconnection, integration_id: value }],
    ['the integration to connect', createConnectionBody, { integration_id: value, connection_config: {}, credentials: {} }],
    ['the connection to list', connectionsQuery, { connectionId: value }],
    ['a tag to list by', connectionsQuery, { tags: { team: value } }],
    ['the name of a tag to list by', connectionsQuery, { tags: { [value]: 'blue' } }],
    ['a text to search', connectionsQuery, { search: value }],
    ['the integration of a connection', connectionQuery, { provider_config_key: value }],
  ])('is refused in %s', (_where, schema, input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });
});
