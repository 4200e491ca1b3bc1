import { expect } from '@playwright/test';
import { callApi, createSession, findWorker, listConnections, openForm } from '../stack.ts';
import { expectFilled, played, wrongValue, type Row } from './row.ts';

/** Rows that end on a sentence that PingOne's answers led to. */
export const namedAfter: readonly Row[] = [
  {
    id: 'environment-id-unknown',
    act: async ({ page, environment, fillIn, named }) => {
      await fillIn({ environmentId: environment.organizationId, tld: environment.tld });
      await expect(page.locator('main')).toContainText('No PingOne region knows');
      await named(/No PingOne region knows/, 'environmentId');
    },
  },
  {
    id: 'swapped-ids',
    act: async (context) => {
      const { page, environment, worker } = context;
      await context.fillIn({ environmentId: worker.clientId, clientId: environment.environmentId, tld: environment.tld });
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
    act: async ({ stack, fillIn, named }) => {
      const [first] = stack.sandbox.environments;
      const disabled = first && findWorker(first, ({ enabled }) => !enabled);
      await fillIn({
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
  {
    id: 'organization-id',
    act: async ({ page, stack, environment, userId, fillIn, connect, named }) => {
      await fillIn();
      await connect();
      await page.goto('about:blank');
      await openForm(page, stack, userId);
      await fillIn({ environmentId: environment.organizationId, tld: environment.tld });
      await named(/is the ID of the organization/, 'environmentId');
    },
  },
  {
    id: 'session-expired',
    act: async ({ page, stack, userId, fillIn, connect }) => {
      // The app asks its backend for a token anew; an end user of its own keeps the row apart from the journeys that run beside it.
      await page.route('**/api/pingone/session', async (route) => route.fulfill({ json: { token: await createSession(stack, userId) } }));
      await page.route('**/api/pingone/connection', (route) => route.fulfill({ json: null }));
      await page.goto(stack.demoUrl);
      await page.getByRole('button', { name: /Log in as Grace/ }).click();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Connect PingOne' }).click();
      await fillIn();
      const body = {
        error: { code: 'connect_session_expired', message: 'The connect session has expired.', remedy: '', retryable: false },
      };
      await page.route('**/connect/connections', (route) => route.fulfill({ status: 401, json: body }), { times: 1 });
      await connect();
    },
  },
  {
    // The form does not offer to change the environment, so a client of the HTTP API meets it.
    id: 'reconnect-elsewhere',
    act: async ({ stack, userId, worker, fillIn, connect }) => {
      await fillIn();
      await connect();
      const [connection] = await listConnections(stack, userId);
      const key = { connection_id: connection?.connection_id, integration_id: 'pingone-cc' };
      const { data } = await callApi(stack, 'POST', '/connect/sessions/reconnect', key);
      const answer = await fetch(`${stack.apiUrl}/connect/connections`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${data.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          integration_id: 'pingone-cc',
          connection_config: { environmentId: stack.sandbox.environments[0]?.environmentId },
          credentials: { client_secret: worker.clientSecret },
        }),
      });
      expect((await answer.json()).error).toMatchObject({ code: 'identity_mismatch', field: 'environmentId' });
    },
  },
  {
    // An environment that nobody has asked for before: where one lives is remembered for some minutes.
    id: 'region-unclear',
    act: async ({ page, stack, fillIn, scenario, named }) => {
      const environmentId = stack.sandbox.environments[1]?.environmentId ?? '';
      await scenario('environment_not_in_region', { clientId: undefined, environmentId });
      await fillIn({ environmentId, tld: 'asia' });
      await named(/not every other region answered/, 'tld');
      await expect(page.locator('[name="environmentId"]')).toHaveValue(environmentId);
    },
  },
];
