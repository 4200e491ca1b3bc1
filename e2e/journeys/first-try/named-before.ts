import { sentByApi, wrongValue, type Row } from './row.ts';

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
    act: async ({ page, fillIn, named }) => {
      await fillIn({ environmentId: '' });
      await page.locator('[name="environmentId"]').fill('00000000-0000-4000-8000-000000000000');
      await named(/region is missing/, 'tld');
    },
  },
  // No list offers an unknown region, so a client of the HTTP API meets it.
  sentByApi('region-unknown', { tld: 'evil.example' }, { code: 'region_unknown', field: 'tld' }),
  wrongValue('client-id-left-out', 'client_id', () => '', /client ID is missing/),
  wrongValue('client-id-no-uuid', 'client_id', () => 'my-worker', /not a PingOne client ID/),
  wrongValue('same-id-twice', 'client_id', ({ environment }) => environment.environmentId, /same as the environment ID/),
  wrongValue('client-secret-left-out', 'client_secret', () => '', /client secret is missing/),
  // A one-line field takes no line breaks, so a client of the HTTP API meets it.
  sentByApi(
    'client-secret-of-many-lines',
    { client_secret: 'first line of something\nsecond line of something' },
    { code: 'client_secret_invalid', field: 'client_secret' },
  ),
  wrongValue('client-secret-dots', 'client_secret', () => '••••••••••••••••', /dots that hide the secret/),
  wrongValue('client-id-as-secret', 'client_secret', ({ worker }) => worker.clientId, /same as the client ID/),
];
