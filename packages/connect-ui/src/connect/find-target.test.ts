import { describe, expect, it } from 'vitest';
import type { Session } from '../api/session.ts';
import { findTarget } from './find-target.ts';

function session(...integrations: readonly { readonly id: string; readonly provider?: string }[]): Session {
  return {
    integrations: integrations.map(({ id, provider = 'pingone-cc' }) => ({
      integrationId: id,
      provider,
      displayName: id,
      needsClient: false,
      copies: {},
      values: {},
    })),
    reconnect: undefined,
    connections: [],
  };
}

describe('finding what to show', () => {
  it('knows the form of an integration that has a provider’s id', () => {
    expect(findTarget('pingone-cc', undefined, undefined)).toMatchObject({ name: 'form', integrationId: 'pingone-cc' });
  });

  it('knows the form of a provider that the host names', () => {
    expect(findTarget('sync', 'pingone-cc', undefined)).toMatchObject({
      name: 'form',
      integrationId: 'sync',
      form: { provider: 'pingone-cc' },
    });
  });

  it('waits for the session otherwise', () => {
    expect(findTarget('sync', undefined, undefined).name).toBe('loading');
    expect(findTarget(undefined, undefined, undefined).name).toBe('loading');
  });

  it('takes the provider from the session', () => {
    expect(findTarget('sync', undefined, session({ id: 'sync' }, { id: 'other' }))).toMatchObject({ name: 'form', integrationId: 'sync' });
  });

  it('believes the session more than the integration’s id, and than the host', () => {
    const view = session({ id: 'pingone', provider: 'pingone-cc' });
    expect(findTarget('pingone', undefined, view)).toMatchObject({ name: 'form', form: { provider: 'pingone-cc' } });
    expect(findTarget('pingone', 'pingone', view)).toMatchObject({ name: 'form', form: { provider: 'pingone-cc' } });
  });

  it('takes the only integration, and offers a choice between several', () => {
    expect(findTarget(undefined, undefined, session({ id: 'sync' }))).toMatchObject({ name: 'form', integrationId: 'sync' });
    expect(findTarget(undefined, undefined, session({ id: 'a' }, { id: 'b' })).name).toBe('choosing');
  });

  it.each([
    { title: 'no integration', integration: undefined, view: session(), code: 'no_integration' },
    { title: 'not this integration', integration: 'sync', view: session({ id: 'other' }), code: 'integration_not_offered' },
    {
      title: 'not this integration, though its id is a provider’s',
      integration: 'pingone-cc',
      view: session({ id: 'other' }),
      code: 'integration_not_offered',
    },
    {
      title: 'a provider of later days',
      integration: undefined,
      view: session({ id: 'x', provider: 'later' }),
      code: 'unsupported_provider',
    },
  ])('says why when the session allows $title', ({ integration, view, code }) => {
    expect(findTarget(integration, undefined, view)).toMatchObject({ name: 'failure', failure: { code, retryable: false } });
  });
});
