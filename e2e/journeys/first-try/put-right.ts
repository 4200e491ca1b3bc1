import { expect } from '@playwright/test';
import { fillForm, findWorker, listConnections, openReconnectForm, workingWorker, type SandboxEnvironment } from '../stack.ts';
import { expectFilled, pasted, type Row } from './row.ts';

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
        clientSecret: ` "${worker.clientSecret}",\u00A0`,
      });
      await connect();
    },
  },
  {
    id: 'uuid-in-another-form',
    act: async ({ page, environment, worker, connect }) => {
      await fillForm(page, {
        environmentId: `{${environment.environmentId.toUpperCase()}}`,
        clientId: worker.clientId.replaceAll('-', '\u2011'),
      });
      await connect();
    },
  },
  pasted('url-of-an-endpoint', (environment) => `${authUrl(environment, '/token')}.`, 'environmentId', 'tld'),
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
      const { environment, worker, page } = context;
      await context.paste('client_secret', `Client Secret: ${worker.clientSecret}`);
      await fillForm(page, {
        environmentId: `ID: ${environment.environmentId} (${environment.name})`,
        clientId: `ID: ${worker.clientId},`,
      });
      await page.locator('[name="client_id"]').blur();
      await expectFilled(context, 'environmentId', 'client_id', 'client_secret');
      await context.connect();
    },
  },
  {
    id: 'secret-across-lines',
    act: async (context) => {
      const { clientSecret } = context.worker;
      await context.paste('client_secret', `${clientSecret.slice(0, 40)}\n${clientSecret.slice(40)}`);
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
      await context.fillIn();
      await expectFilled(context, 'tld');
      await expect(context.page.locator('main')).toContainText('Region found');
      await context.connect();
    },
  },
  {
    id: 'region-wrong',
    act: async (context) => {
      await context.fillIn({ tld: 'asia' });
      await expectFilled(context, 'tld');
      await context.connect();
    },
  },
  {
    id: 'auth-method-basic',
    act: async ({ environment, fillIn, connect, page }) => {
      const basic = workingWorker(environment, 'CLIENT_SECRET_BASIC');
      await fillIn({ clientId: basic.clientId, clientSecret: basic.clientSecret });
      await connect();
      await expect(page.locator('main')).toContainText('Client Secret Basic');
    },
  },
  {
    id: 'roles-granted-just-now',
    act: async ({ scenario, fillIn, connect }) => {
      await scenario('roles_lag', { times: 2 });
      await fillIn();
      await connect();
    },
  },
  {
    id: 'weak-roles',
    act: async ({ page, stack, fillIn, connect }) => {
      const [first] = stack.sandbox.environments;
      const weak = first && findWorker(first, ({ roles }) => roles.length === 1 && roles[0] === 'Organization Admin');
      await fillIn({ environmentId: first?.environmentId ?? '', clientId: weak?.clientId ?? '', clientSecret: weak?.clientSecret ?? '' });
      await connect();
      await expect(page.locator('main')).toContainText('Identity Data Read Only');
    },
  },
  {
    id: 'provider-busy',
    act: async ({ scenario, fillIn, connect }) => {
      await scenario('provider_rate_limited', { step: 'token', times: 1 });
      await fillIn();
      await connect();
    },
  },
  {
    id: 'connect-twice',
    act: async ({ page, stack, environment, userId, fillIn }) => {
      await fillIn();
      await page.getByRole('button', { name: 'Connect', exact: true }).dblclick();
      await expect(page.locator('main')).toContainText(`Connected to ${environment.name}`);
      expect(await listConnections(stack, userId)).toHaveLength(1);
    },
  },
  {
    id: 'reconnect-after-rotation',
    act: async ({ page, stack, environment, worker, userId, fillIn, connect, scenario }) => {
      await fillIn();
      await connect();
      const [before] = await listConnections(stack, userId);
      await scenario('secret_rotated', { variant: 'at-once' });
      await openReconnectForm(page, stack, before?.connection_id ?? '');
      await expect(page.locator('main')).toContainText(environment.environmentId);
      const secret = page.locator('[name="client_secret"]');
      await secret.fill(worker.clientSecret);
      await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
      await expect(page.locator('main')).toContainText('if it was rotated, use the new one');
      await secret.fill(`${worker.clientSecret.slice(0, -8)}-rotated`);
      await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
      await expect(page.locator('main')).toContainText(`Reconnected to ${environment.name}`);
      expect((await listConnections(stack, userId)).map(({ connection_id }) => connection_id)).toEqual([before?.connection_id]);
    },
  },
];
