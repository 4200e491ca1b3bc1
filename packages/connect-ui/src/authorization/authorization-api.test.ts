import type { AuthorizationCreated, AuthorizationView } from '@latchkey/protocol';
import { describe, expect, it } from 'vitest';
import { readAuthorization, readBegun } from './authorization-api.ts';

const created: AuthorizationCreated['data'] = {
  authorization_id: 'aut_1',
  start_url: 'https://app.example/latchkey/oauth/start#ticket=x',
  redirect_uri: 'https://app.example/latchkey/oauth/callback',
  expires_at: '2030-01-01T00:10:00.000Z',
};

const view: AuthorizationView['data'] = {
  authorization_id: 'aut_1',
  integration_id: 'pingone',
  status: 'pending',
  redirect_uri: created.redirect_uri,
  connection_config: { environmentId: '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11', tld: 'eu' },
};

describe('the answer to the beginning of a sign-in', () => {
  it('says where the person goes on', () => {
    expect(readBegun({ data: created })).toEqual({
      authorizationId: 'aut_1',
      startUrl: created.start_url,
      redirectUri: created.redirect_uri,
    });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/oauth/start', '//evil.example', ''])('leads no window to %j', (start_url) => {
    expect(readBegun({ data: { ...created, start_url } })).toBeUndefined();
  });

  it.each([undefined, null, {}, { data: { ...created, redirect_uri: 'nowhere' } }, { data: { ...created, authorization_id: 1 } }])(
    'is none out of %j',
    (body) => expect(readBegun(body)).toBeUndefined(),
  );
});

describe('how a sign-in stands', () => {
  it('is open, with what the form was filled in with', () => {
    expect(readAuthorization({ data: view })).toEqual({
      integrationId: 'pingone',
      redirectUri: view.redirect_uri,
      values: view.connection_config,
      connection: undefined,
      failure: undefined,
    });
  });

  it('is a failure with its code', () => {
    const error = { code: 'consent_refused', message: 'The sign-in was cancelled.', retryable: true };
    expect(readAuthorization({ data: { ...view, status: 'failed', error } })?.failure).toMatchObject({ code: 'consent_refused' });
  });

  it('is a failure even where it does not say why', () => {
    expect(readAuthorization({ data: { ...view, status: 'failed' } })?.failure?.code).toBe('server_answer_invalid');
  });

  it('is a connection only with the connection', () => {
    const connection = { connection_id: 'cnn_1', integration_id: 'pingone' };
    expect(readAuthorization({ data: { ...view, status: 'connected', connection } })?.connection?.connectionId).toBe('cnn_1');
    expect(readAuthorization({ data: { ...view, status: 'connected' } })).toBeUndefined();
  });

  it('is not known out of a status that a newer server may have', () => {
    expect(readAuthorization({ data: { ...view, status: 'paused' } })).toBeUndefined();
  });
});
