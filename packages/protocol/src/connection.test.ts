import { describe, expect, it } from 'vitest';
import { checkedConnection, connectedBody, createConnectionBody, fullConnection, progressEvent, shownConnection } from './connection.ts';
import { progressSteps } from './progress.ts';

const connected = {
  data: {
    connection_id: 'c-1',
    integration_id: 'pingone-cc',
    provider: 'pingone-cc',
    status: 'active',
    environment: { id: 'e-1', name: null, type: null, region: 'EU' },
    access: [{ name: 'read_users', allowed: false, remedy: 'Grant a role.', guide_step: 'roles' }],
    notices: [{ code: 'region_corrected', field: 'tld', value: 'eu' }],
  },
};

describe('createConnectionBody', () => {
  const body = { integration_id: 'pingone-cc', connection_config: { environmentId: 'x' }, credentials: { client_secret: 42 } };

  it('leaves the values to the provider’s own schema', () => {
    expect(createConnectionBody.parse(body)).toEqual(body);
  });

  it.each([
    ['an unknown member', { ...body, secret: 'canary' }],
    ['no integration', { connection_config: {}, credentials: {} }],
    ['an empty integration', { ...body, integration_id: '' }],
    ['a list of credentials', { ...body, credentials: ['canary'] }],
    ['no configuration', { integration_id: 'pingone-cc', credentials: {} }],
    ['nothing', null],
  ])('refuses %s, without a value in the error', (_what, wrong) => {
    const { error } = createConnectionBody.safeParse(wrong);
    expect(error).toBeDefined();
    expect(JSON.stringify(error?.issues)).not.toContain('canary');
  });
});

describe('connectedBody', () => {
  it('reads the answer of a connect', () => {
    expect(connectedBody.parse(connected)).toEqual(connected);
  });

  it('drops what it does not know, so that a newer server serves an older page', () => {
    expect(connectedBody.parse({ data: { ...connected.data, later: true } })).toEqual(connected);
  });
});

describe('progressEvent', () => {
  it.each(progressSteps)('reads the progress of %s', (step) => {
    const event = { type: 'progress', step, state: 'started' };
    expect(progressEvent.parse(event)).toEqual(event);
  });

  it.each([
    ['a success', { type: 'result', status: 201, body: connected }],
    ['a failure', { type: 'result', status: 422, body: { error: { code: 'no_roles', message: 'No role.' } } }],
  ])('reads %s at the end', (_what, event) => {
    expect(progressEvent.parse(event)).toEqual(event);
  });

  it.each([
    { type: 'progress', step: 'token', state: 'started' },
    { type: 'progress', step: 'saved', state: 'failed' },
    { type: 'result', status: 201 },
    { type: 'ping' },
  ])('refuses %j', (event) => {
    expect(progressEvent.safeParse(event).success).toBe(false);
  });
});

describe('A whole connection', () => {
  const connection = {
    id: 1,
    connection_id: 'c-1',
    provider_config_key: 'pingone-cc',
    provider: 'pingone-cc',
    status: 'active',
    errors: [],
    end_user: null,
    tags: {},
    metadata: null,
    connection_config: { environmentId: 'e-1', tld: 'eu' },
    environment: null,
    access: [],
    created_at: '2026-01-01T00:00:00.000+00:00',
    updated_at: '2026-01-01T00:00:00.000+00:00',
    last_fetched_at: null,
    last_checked_at: null,
    token_expires_at: '2026-01-01T01:00:00.000+00:00',
    credentials: { type: 'OAUTH2_CC', token: 't', expires_at: '2026-01-01T01:00:00.000Z', raw: {}, client_id: 'c' },
  };

  it('has a place for the client secret, which is filled in for who asks and may see it', () => {
    const withSecret = { ...connection, credentials: { ...connection.credentials, client_secret: 's' } };
    expect(fullConnection.parse(connection)).toEqual(connection);
    expect(fullConnection.parse(withSecret)).toEqual(withSecret);
    expect(checkedConnection.parse(withSecret)).not.toHaveProperty('credentials');
  });

  it('is shown with empty credentials, or with whole ones', () => {
    const empty = { ...connection, credentials: {} };
    expect(shownConnection.parse(empty)).toEqual(empty);
    expect(shownConnection.parse(connection)).toEqual(connection);
    expect(fullConnection.safeParse(empty).success).toBe(false);
    expect(shownConnection.safeParse({ ...connection, credentials: { token: 't' } }).success).toBe(false);
  });
});
