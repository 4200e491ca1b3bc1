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
