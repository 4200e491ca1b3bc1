import { expect, type Page } from '@playwright/test';
import { fillForm, findWorker, workingWorker, type SandboxEnvironment, type Stack, type Worker } from './stack.ts';

/** What a row may use. */
export interface RowContext {
  readonly page: Page;
  readonly stack: Stack;
  readonly environment: SandboxEnvironment;
  readonly worker: Worker;
  /** Fills in whatever the row has not filled in itself, presses Connect, and expects the proof. */
  readonly connect: () => Promise<void>;
  /** Presses Connect and expects a sentence, on a field when one is named. */
  readonly named: (sentence: string | RegExp, field?: string) => Promise<void>;
  /** Fills in the worker's values, those of the row in their place. */
  readonly fill: (values?: Partial<Record<'environmentId' | 'tld' | 'clientId' | 'clientSecret', string>>) => Promise<void>;
  /** Pastes a text into a field. */
  readonly paste: (field: string, text: string) => Promise<void>;
  /** Switches a scenario on for the worker's client. */
  readonly scenario: (id: string, target?: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** One row of `docs/first-try.md`, as a person does it. */
export interface Row {
  /** As in the document. */
  readonly id: string;
  readonly act: (context: RowContext) => Promise<void>;
}

const value = (page: Page, name: string) => page.locator(`[name="${name}"]`);

async function expectFilled(
  { page, environment, worker }: RowContext,
  ...names: ('environmentId' | 'tld' | 'client_id' | 'client_secret')[]
): Promise<void> {
  const wanted = {
    environmentId: environment.environmentId,
    tld: environment.tld,
    client_id: worker.clientId,
    client_secret: worker.clientSecret,
  };
  for (const name of names) await expect(value(page, name)).toHaveValue(wanted[name]);
}

/** A row in which one pasted text fills fields, and the connection follows. */
function pasted(
  id: string,
  text: (environment: SandboxEnvironment, worker: Worker) => string,
  ...names: ('environmentId' | 'tld' | 'client_id' | 'client_secret')[]
): Row {
  return {
    id,
    act: async (context) => {
      await context.paste('environmentId', text(context.environment, context.worker));
      await expectFilled(context, ...names);
      await context.connect();
    },
  };
}

/** A row in which the sandbox plays a scenario, and the form says a sentence. */
function played(id: string, scenario: string, sentence: RegExp, target: Readonly<Record<string, unknown>> = {}, field?: string): Row {
  return {
    id,
    act: async (context) => {
      await context.scenario(scenario, target);
      await context.fill();
      await context.named(sentence, field);
      await expect(value(context.page, 'environmentId')).toHaveValue(context.environment.environmentId);
      await expect(value(context.page, 'client_id')).toHaveValue(context.worker.clientId);
    },
  };
}

/** A row in which one value is wrong before anything is sent. */
function wrongValue(
  id: string,
  name: 'environmentId' | 'client_id' | 'client_secret',
  text: (context: RowContext) => string,
  sentence: RegExp,
): Row {
  const key = { environmentId: 'environmentId', client_id: 'clientId', client_secret: 'clientSecret' } as const;
  return {
    id,
    act: async (context) => {
      await context.fill({ tld: context.environment.tld, [key[name]]: text(context) });
      await context.named(sentence, name);
    },
  };
}

const authUrl = ({ tld, environmentId }: SandboxEnvironment, path: string): string =>
  `https://auth.pingone.${tld}/${environmentId}/as${path}`;

/** Rows that end in a connection. */
export const putRight: readonly Row[] = [
  {
    id: 'decorated-value',
    act: async ({ page, environment, worker, connect }) => {
      await fillForm(page, {
        environmentId: `\u00A0 "${environment.environmentId}"\u200B `,
        clientId: `\t${worker.clientId} `,
        clientSecret: ` ${worker.clientSecret}\u00A0`,
      });
      await connect();
    },
  },
  {
    id: 'uuid-in-another-form',
    act: async ({ page, environment, worker, connect }) => {
      await fillForm(page, {
        environmentId: `{${environment.environmentId.toUpperCase()}}`,
        clientId: worker.clientId.replaceAll('-', ''),
      });
      await connect();
    },
  },
  pasted('url-of-an-endpoint', (environment) => authUrl(environment, '/token'), 'environmentId', 'tld'),
  pasted(
    'authorization-url',
    (environment, { clientId }) => `${authUrl(environment, '/authorize')}?client_id=${clientId}&response_type=code`,
    'environmentId',
    'tld',
    'client_id',
  ),
  pasted(
    'url-of-the-console',
    ({ tld, environmentId }) => `https://console.pingone.${tld}/index.html?env=${environmentId}#/applications`,
    'environmentId',
    'tld',
  ),
  pasted(
    'url-of-the-api',
    ({ tld, environmentId }) => `https://api.pingone.${tld}/v1/environments/${environmentId}/users`,
    'environmentId',
    'tld',
  ),
  pasted(
    'url-of-a-sign-on-page',
    ({ tld, environmentId }) => `https://apps.pingone.${tld}/${environmentId}/myapps/`,
    'environmentId',
    'tld',
  ),
  pasted(
    'env-block',
    ({ environmentId, tld }, { clientId, clientSecret }) =>
      `# PingOne\nexport PINGONE_ENVIRONMENT_ID="${environmentId}"\nPINGONE_TLD=${tld}\nPINGONE_CLIENT_ID=${clientId}\nPINGONE_CLIENT_SECRET='${clientSecret}'\n`,
    'environmentId',
    'tld',
    'client_id',
    'client_secret',
  ),
  pasted(
    'json',
    ({ environmentId }, { clientId, clientSecret }) =>
      JSON.stringify({ environmentId, client_id: clientId, client_secret: clientSecret }, null, 2),
    'environmentId',
    'client_id',
    'client_secret',
  ),
  pasted(
    'yaml',
    ({ environmentId }, { clientId, clientSecret }) =>
      `pingone:\n  environment_id: ${environmentId}\n  client_id: ${clientId}\n  client_secret: "${clientSecret}"\n`,
    'environmentId',
    'client_id',
    'client_secret',
  ),
  pasted(
    'labelled-lines',
    ({ environmentId, organizationId }, { clientId, clientSecret }) =>
      `Organization ID\n${organizationId}\nEnvironment ID\n${environmentId}\nClient ID: ${clientId}\nClient Secret\t${clientSecret}`,
    'environmentId',
    'client_id',
    'client_secret',
  ),
  pasted(
    'curl-command',
    (environment, { clientId, clientSecret }) =>
      `curl -u '${clientId}:${clientSecret}' -d grant_type=client_credentials ${authUrl(environment, '/token')}`,
    'environmentId',
    'tld',
    'client_id',
    'client_secret',
  ),
  {
    id: 'label-with-the-value',
    act: async (context) => {
      await context.paste('client_secret', `Client Secret: ${context.worker.clientSecret}`);
      await expectFilled(context, 'client_secret');
      await context.connect();
    },
  },
  {
    id: 'region-in-other-words',
    act: async (context) => {
      const words = { com: 'North America', eu: 'Europe', 'com.au': 'Australia' }[context.environment.tld] ?? context.environment.region;
      await context.paste('environmentId', `Region: ${words}\nEnvironment ID: ${context.environment.environmentId}`);
      await expectFilled(context, 'environmentId', 'tld');
      await context.connect();
    },
  },
  {
    id: 'region-not-chosen',
    act: async (context) => {
      await context.fill();
      await expectFilled(context, 'tld');
      await expect(context.page.locator('main')).toContainText('Region found');
      await context.connect();
    },
  },
  {
    id: 'region-wrong',
    act: async (context) => {
      await context.fill({ tld: 'asia' });
      await expectFilled(context, 'tld');
      await context.connect();
    },
  },
  {
    id: 'auth-method-basic',
    act: async ({ environment, fill, connect, page }) => {
      const basic = workingWorker(environment, 'CLIENT_SECRET_BASIC');
      await fill({ clientId: basic.clientId, clientSecret: basic.clientSecret });
      await connect();
      await expect(page.locator('main')).toContainText('Client Secret Basic');
    },
  },
  {
    id: 'roles-granted-just-now',
    act: async ({ scenario, fill, connect }) => {
      await scenario('roles_lag', { times: 2 });
      await fill();
      await connect();
    },
  },
  {
    id: 'weak-roles',
    act: async ({ page, stack, fill, connect }) => {
      const [first] = stack.sandbox.environments;
      const weak = first && findWorker(first, ({ roles }) => roles.length === 1 && roles[0] === 'Organization Admin');
      await fill({ environmentId: first?.environmentId ?? '', clientId: weak?.clientId ?? '', clientSecret: weak?.clientSecret ?? '' });
      await connect();
      await expect(page.locator('main')).toContainText('Identity Data Read Only');
    },
  },
  {
    id: 'provider-busy',
    act: async ({ scenario, fill, connect }) => {
      await scenario('provider_rate_limited', { step: 'token', times: 1 });
      await fill();
      await connect();
    },
  },
  {
    id: 'connect-twice',
    act: async ({ page, stack, environment, fill }) => {
      await fill();
      await page.getByRole('button', { name: 'Connect', exact: true }).dblclick();
      await expect(page.locator('main')).toContainText(`Connected to ${environment.name}`);
      const userId = await page.evaluate(() => window.name);
      const answer = await fetch(`${stack.apiUrl}/connections?endUserId=${userId}`, {
        headers: { Authorization: `Bearer ${stack.secretKey}` },
      });
      expect((await answer.json()).connections).toHaveLength(1);
    },
  },
];

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
    act: async ({ fill, named }) => {
      await fill({ environmentId: '00000000-0000-4000-8000-000000000000' });
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

/** Rows that end on a sentence that PingOne's answers led to. */
export const namedAfter: readonly Row[] = [
  {
    id: 'environment-id-unknown',
    act: async ({ page, environment, fill, named }) => {
      await fill({ environmentId: environment.organizationId, tld: environment.tld });
      await expect(page.locator('main')).toContainText('No PingOne region knows');
      await named(/No PingOne region knows/, 'environmentId');
    },
  },
  {
    id: 'swapped-ids',
    act: async (context) => {
      const { page, environment, worker } = context;
      await context.fill({ environmentId: worker.clientId, clientId: environment.environmentId, tld: environment.tld });
      await context.named(/swap|each other/i, 'environmentId');
      await page.getByRole('button', { name: /swap/i }).click();
      await expectFilled(context, 'environmentId', 'client_id');
      await context.connect();
    },
  },
  played('another-environment', 'token_for_other_environment', /another environment/, {}, 'environmentId'),
  wrongValue('client-id-unknown', 'client_id', () => '7d0b6f0c-5c0e-4d43-9a53-0f6c6f1e2b11', /no enabled application with this client ID/),
  wrongValue('secret-wrong', 'client_secret', () => 'another-secret-another-secret-another', /does not accept the client secret/),
  played('secret-rotated', 'secret_rotated', /if it was rotated, use the new one/, { variant: 'at-once' }, 'client_secret'),
  wrongValue('secret-cut-off', 'client_secret', ({ worker }) => worker.clientSecret.slice(0, 40), /does not accept the client secret/),
  played('application-disabled', 'application_disabled', /disabled in PingOne/, {}, 'client_id'),
  {
    id: 'application-disabled-unsaid',
    act: async ({ stack, fill, named }) => {
      const [first] = stack.sandbox.environments;
      const disabled = first && findWorker(first, ({ enabled }) => !enabled);
      await fill({
        environmentId: first?.environmentId ?? '',
        clientId: disabled?.clientId ?? '',
        clientSecret: disabled?.clientSecret ?? '',
      });
      await named(/the application is enabled: the toggle/);
    },
  },
  played('auth-method-without-secret', 'auth_method_unsupported', /set Token Endpoint Authentication Method/),
  played('no-roles', 'no_roles', /choose Grant Roles/),
  played('wrong-application-type', 'wrong_application_type', /not a Worker application/, {}, 'client_id'),
  played('scope-not-grantable', 'scope_refused', /cannot grant the scopes/),
  played('denied-without-a-reason', 'token_refused', /denied the application an access token/),
  played('token-not-accepted', 'token_rejected', /API does not accept it/),
  played('rate-limited', 'provider_rate_limited', /too many requests/, { step: 'token' }),
  played('provider-slow', 'provider_timeout', /did not answer in time/, { step: 'token' }),
  played('provider-down', 'provider_unavailable', /problem of its own/, { step: 'token' }),
  played('provider-not-reached', 'provider_unreachable', /could not be reached/, { step: 'token' }),
  played('answer-of-somebody-else', 'provider_answer_invalid', /not one that PingOne gives/, { step: 'token' }),
  played('refusal-unknown', 'provider_refused', /did not make clear/),
];
