import { expect } from '@playwright/test';
import { wrongValue, type Row } from './row.ts';

/** Rows that end on a field, with a sentence, before anything is sent to PingOne. */
export const namedBefore: readonly Row[] = [
  wrongValue('environment-id-left-out', 'environmentId', () => '', /environment ID is missing/),
  wrongValue('environment-id-no-uuid', 'environmentId', () => 'Acme Production', /not an environment ID/),
  {
    id: 'custom-domain',
    act: async ({ paste, named }) => {
      await paste('environmentId', 'https://login.acme.example/as/token');
      await named(/custom domain/, 'environmentId');
    },
  },
  {
    id: 'region-left-out',
    act: async ({ fillIn, named }) => {
      await fillIn({ environmentId: '00000000-0000-4000-8000-000000000000' });
      await named(/region is missing/, 'tld');
    },
  },
  {
    // No list offers an unknown region, so a client of the HTTP API meets it.
    id: 'region-unknown',
    act: async ({ page, stack, environment, worker }) => {
      const token = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('session_token');
      const answer = await fetch(`${stack.apiUrl}/connect/connections`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          integration_id: 'pingone-cc',
          connection_config: { environmentId: environment.environmentId, tld: 'evil.example' },
          credentials: { client_id: worker.clientId, client_secret: worker.clientSecret },
        }),
      });
      expect(answer.status).toBe(400);
      expect((await answer.json()).error).toMatchObject({ code: 'region_unknown', field: 'tld' });
    },
  },
  wrongValue('client-id-left-out', 'client_id', () => '', /client ID is missing/),
  wrongValue('client-id-no-uuid', 'client_id', () => 'my-worker', /not a PingOne client ID/),
  wrongValue('same-id-twice', 'client_id', ({ environment }) => environment.environmentId, /same as the environment ID/),
  wrongValue('client-secret-left-out', 'client_secret', () => '', /client secret is missing/),
  {
    // A one-line field takes no line breaks, so a client of the HTTP API meets it.
    id: 'client-secret-of-many-lines',
    act: async ({ page, stack, environment, worker }) => {
      const token = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('session_token');
      const answer = await fetch(`${stack.apiUrl}/connect/connections`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          integration_id: 'pingone-cc',
          connection_config: { environmentId: environment.environmentId, tld: environment.tld },
          credentials: { client_id: worker.clientId, client_secret: 'first line of something\nsecond line of something' },
        }),
      });
      expect((await answer.json()).error).toMatchObject({ code: 'client_secret_invalid', field: 'client_secret' });
    },
  },
  wrongValue('client-secret-dots', 'client_secret', () => '••••••••••••••••', /dots that hide the secret/),
  wrongValue('client-id-as-secret', 'client_secret', ({ worker }) => worker.clientId, /same as the client ID/),
];
