import { rotateSecret } from './derive-identity.ts';
import type { Application } from './environments.ts';
import { INVALID_TOKEN, VALIDATION_FAILED } from './error-bodies.ts';
import type { Moment, Scenario } from './scenario.ts';

/** How long the previous secret is still taken, where it is. */
const PREVIOUS_SECRET_SECONDS = 60;

/** Scenarios that come from how an application is set up in PingOne, or from what is typed. */
export const applicationScenarios: readonly Scenario[] = [
  {
    id: 'wrong_client_secret',
    title: 'Wrong client secret',
    does: 'Refuses the right method with “Invalid client credentials” and the other one with “Unsupported authentication method”.',
    reach: 'Type any other secret for a working worker.',
    steps: ['token'],
    effects: { on: { pretend: (application) => ({ ...application, clientSecret: `${application.clientSecret}~changed` }) } },
  },
  {
    id: 'secret_rotated',
    title: 'The secret was rotated',
    does: `The new secret is the old one with “-rotated” in place of its last eight characters. The old one is dead at once, or lives ${PREVIOUS_SECRET_SECONDS} more seconds.`,
    steps: ['token'],
    effects: {
      'at-once': { pretend: (application) => ({ ...application, clientSecret: rotateSecret(application.clientSecret) }) },
      'previous-kept': { pretend: keepPreviousSecret },
    },
  },
  {
    id: 'unknown_client',
    title: 'Unknown client ID',
    does: 'Refuses every method with “Invalid client credentials”.',
    reach: 'Type a client ID that no application of the environment has, for example one of another environment.',
    steps: ['authorize', 'token'],
    effects: { on: { pretend: () => undefined } },
  },
  {
    id: 'application_disabled',
    title: 'Disabled application, said plainly',
    does: 'Refuses with a text that says that the application is disabled.',
    reach: 'Use the disabled worker while the switch “disabled_application” stands at “explicit-text”.',
    shownBy: 'Disabled worker',
    steps: ['authorize', 'token'],
    effects: {
      on: { pretend: (application) => ({ ...application, enabled: false }), switches: { disabled_application: 'explicit-text' } },
    },
  },
  {
    id: 'auth_method_basic',
    title: 'Client Secret Basic',
    does: 'Refuses Client Secret Post with “Unsupported authentication method”, and takes Basic.',
    reach: 'Use a worker that is set to Basic.',
    shownBy: 'Worker with Basic',
    steps: ['token'],
    effects: { on: { pretend: (application) => ({ ...application, authMethod: 'CLIENT_SECRET_BASIC' }) } },
  },
  {
    id: 'auth_method_unsupported',
    title: 'A method without a secret to send',
    does: 'Refuses Post and Basic with “Unsupported authentication method”.',
    reach: 'Use a worker that is set to Client Secret JWT or None.',
    shownBy: 'Worker with JWT',
    steps: ['token'],
    effects: {
      jwt: { pretend: (application) => ({ ...application, authMethod: 'CLIENT_SECRET_JWT' }) },
      none: { pretend: (application) => ({ ...application, authMethod: 'NONE' }) },
    },
  },
  {
    id: 'no_roles',
    title: 'No role granted',
    does: 'Refuses the token: the application has no role assignments.',
    reach: 'Use the worker without roles.',
    shownBy: 'Worker without roles',
    steps: ['token'],
    effects: { on: { pretend: withoutRoles } },
  },
  {
    id: 'roles_lag',
    title: 'Roles granted seconds ago',
    does: 'The first requests are answered as if there were no role; then it works.',
    steps: ['token', 'api'],
    times: 2,
    effects: { on: { pretend: withoutRoles } },
  },
  {
    id: 'weak_roles',
    title: 'Roles that do not suffice',
    does: 'The token is given and the environment may be read, but not its users.',
    reach: 'Use the worker with weak roles.',
    shownBy: 'Worker with weak roles',
    steps: ['api'],
    effects: {
      'client-application-developer': { pretend: (application) => ({ ...application, roles: ['Client Application Developer'] }) },
      'organization-admin': { pretend: (application) => ({ ...application, roles: ['Organization Admin'] }) },
    },
  },
  {
    id: 'wrong_application_type',
    title: 'An application of another type',
    does: 'Refuses the grant: client credentials and authorization code alike.',
    reach: 'Use the Client ID and Client Secret of an OIDC Web App in place of a worker’s, or the other way round.',
    shownBy: 'Acme Portal',
    steps: ['authorize', 'token'],
    effects: { on: { pretend: (application) => ({ ...application, grantTypes: [] }) } },
  },
  {
    id: 'scope_refused',
    title: 'Scopes that cannot be granted',
    does: 'Refuses with invalid_scope: no scope is left to grant, or the scopes belong to two resources.',
    reach: 'Ask for a self-management scope, for example p1:read:user.',
    steps: ['authorize', 'token'],
    effects: {
      'none-granted': { deny: { status: 400, error: 'invalid_scope', reason: `${VALIDATION_FAILED}: At least one scope must be granted` } },
      'two-resources': {
        deny: { status: 400, error: 'invalid_scope', reason: `${VALIDATION_FAILED}: May not request scopes for multiple resources` },
      },
    },
  },
  {
    id: 'token_refused',
    title: 'Access denied without a reason',
    does: 'Refuses the token with access_denied.',
    steps: ['token'],
    effects: { on: { deny: { status: 403, error: 'access_denied', reason: 'Request denied: Access denied' } } },
  },
  {
    id: 'provider_refused',
    title: 'A refusal that nobody knows',
    does: 'Refuses the token with an error that stands in no documentation.',
    steps: ['token'],
    effects: { on: { deny: { status: 400, error: 'temporarily_unsupported', reason: 'Request denied: Policy evaluation failed' } } },
  },
  {
    id: 'token_rejected',
    title: 'The API does not accept the token',
    does: 'The token is given, and the API answers 401 to it.',
    steps: ['api'],
    effects: { on: { refuse: INVALID_TOKEN } },
  },
];

function withoutRoles(application: Application): Application {
  return { ...application, roles: [] };
}

function keepPreviousSecret(application: Application, { setAt }: Moment): Application {
  return {
    ...application,
    clientSecret: rotateSecret(application.clientSecret),
    previousSecret: { secret: application.clientSecret, expiresAt: new Date(setAt.getTime() + PREVIOUS_SECRET_SECONDS * 1000) },
  };
}
