import { describe, expect, it } from 'vitest';
import { connectSessionView, createConnectSessionBody, createReconnectSessionBody } from './connect-session.ts';

const endUser = { id: 'user-1', email: 'ada@example.com', display_name: 'Ada' };

describe('createConnectSessionBody', () => {
  it.each([
    ['an end user alone', { end_user: { id: 'user-1' } }],
    ['tags alone', { tags: { team: 'blue' } }],
    [
      'everything',
      {
        end_user: { ...endUser, tags: { plan: 'pro' } },
        organization: { id: 'acme', display_name: 'Acme' },
        tags: { 'a.b/c-d_e': 'x' },
        allowed_integrations: ['pingone-cc'],
      },
    ],
  ])('takes %s', (_what, body) => {
    expect(createConnectSessionBody.parse(body)).toEqual(body);
  });

  it.each([
    ['neither end user nor tags', {}, 'end_user'],
    ['an unknown member', { end_user: endUser, allowed_integration: ['pingone-cc'] }, ''],
    ['an unknown member of the end user', { end_user: { ...endUser, name: 'Ada' } }, 'end_user'],
    ['an empty id', { end_user: { id: '' } }, 'end_user.id'],
    ['an id that is too long', { end_user: { id: 'x'.repeat(256) } }, 'end_user.id'],
    ['an email that is none', { end_user: { ...endUser, email: 'ada' } }, 'end_user.email'],
    ['an organization without id', { end_user: endUser, organization: { display_name: 'Acme' } }, 'organization.id'],
    ['a tag whose name starts with a digit', { tags: { '1st': 'x' } }, 'tags.1st'],
    ['an empty tag', { tags: { team: '' } }, 'tags.team'],
    ['eleven tags', { tags: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`t${index}`, 'x'])) }, 'tags'],
    ['an empty list of integrations', { end_user: endUser, allowed_integrations: [] }, 'allowed_integrations'],
    ['text in place of an object', 'end_user', ''],
  ])('refuses %s, and says where', (_what, body, path) => {
    const issues = createConnectSessionBody.safeParse(body).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('takes ten tags', () => {
    const tags = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`t${index}`, 'x']));
    expect(createConnectSessionBody.safeParse({ tags }).success).toBe(true);
  });
});

describe('createReconnectSessionBody', () => {
  const key = { connection_id: 'c-1', integration_id: 'pingone-cc' };

  it.each([
    ['what names the connection', key],
    ['everything', { ...key, end_user: endUser, organization: { id: 'acme' }, tags: { team: 'blue' } }],
  ])('takes %s', (_what, body) => {
    expect(createReconnectSessionBody.parse(body)).toEqual(body);
  });

  it.each([
    ['no connection', { integration_id: 'pingone-cc' }, 'connection_id'],
    ['no integration', { connection_id: 'c-1' }, 'integration_id'],
    ['an empty connection', { ...key, connection_id: '' }, 'connection_id'],
    ['an unknown member', { ...key, allowed_integrations: ['pingone-cc'] }, ''],
  ])('refuses %s, and says where', (_what, body, path) => {
    const issues = createReconnectSessionBody.safeParse(body).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});

describe('connectSessionView', () => {
  it('has no place for a secret among what is known of the connection to reconnect', () => {
    const reconnect = { connection_id: 'c-1', integration_id: 'pingone-cc', connection_config: { tld: 'eu' }, client_id: 'c' };
    const data = {
      expires_at: '2026-01-01T00:00:00.000Z',
      end_user: null,
      organization: null,
      integrations: [],
      connections: [],
      reconnect,
    };
    expect(connectSessionView.parse({ data: { ...data, reconnect: { ...reconnect, client_secret: 'canary' } } })).toEqual({ data });
  });

  it('never holds the session’s token', () => {
    const data = { expires_at: '2026-01-01T00:00:00.000Z', end_user: null, organization: null, integrations: [], connections: [] };
    expect(connectSessionView.parse({ data: { ...data, token: 'latchkey_connect_session_x' } })).toEqual({ data });
  });
});
