import type { Failure } from '../failure.ts';
import { firstFailures, lastFailures } from './shared-failures.ts';

// A refused method comes late: the first method may be refused before the second works.
const rows = [
  {
    code: 'application_disabled',
    saw: ['client_disabled'],
    field: 'client_id',
    guideStep: 'enable-application',
    message: 'The application is disabled in PingOne.',
    remedy: 'Switch on the toggle at the top right of the application, then try again.',
    retryable: false,
    status: 422,
  },
  {
    code: 'wrong_client_secret',
    saw: ['client_refused', 'method_refused'],
    field: 'client_secret',
    guideStep: 'client-secret',
    message: 'PingOne knows this application, but does not accept the client secret.',
    remedy:
      'Copy the Client Secret again from the Overview tab; if it was rotated, use the new one. If it is the right one, check that the application is enabled: the toggle at its top right.',
    retryable: false,
    status: 422,
  },
  {
    code: 'unknown_client',
    saw: ['client_refused'],
    field: 'client_id',
    guideStep: 'client-id',
    message: 'This environment has no enabled application with this client ID.',
    remedy:
      'Copy the Client ID from the Overview tab, and check that it belongs to this environment and that the toggle at the top right of the application is on.',
    retryable: false,
    status: 422,
  },
  {
    code: 'no_roles',
    saw: ['no_roles'],
    guideStep: 'roles',
    message: 'The application has no role, so PingOne gives it no access token.',
    remedy: 'On the Roles tab of the application, choose Grant Roles. A role that was granted just now may need a minute: try again.',
    retryable: true,
    status: 422,
  },
  {
    code: 'wrong_application_type',
    saw: ['grant_refused'],
    field: 'client_id',
    guideStep: 'create-worker',
    message: 'The application may not use the client credentials grant, so it is not a Worker application.',
    remedy:
      'Create an application of the type Worker in PingOne, and use its Client ID and Client Secret. If it is a Worker, check that the toggle at its top right is on.',
    retryable: false,
    status: 422,
  },
  {
    code: 'scope_refused',
    saw: ['scope_refused'],
    guideStep: 'roles',
    message: 'PingOne cannot grant the scopes that were asked for to this application.',
    remedy:
      'Ask the app that you are connecting to: scopes are part of its integration, and a Worker application gets its rights from roles.',
    retryable: false,
    status: 422,
  },
  {
    code: 'token_refused',
    saw: ['token_refused'],
    guideStep: 'roles',
    message: 'PingOne denied the application an access token.',
    remedy: 'Check on the Roles tab that the application has a role, and that the toggle at its top right is on.',
    retryable: true,
    status: 422,
  },
  {
    code: 'weak_roles',
    saw: ['access_denied'],
    guideStep: 'roles',
    message: 'The application is accepted, but none of its roles lets it read this environment.',
    remedy:
      'On the Roles tab of the application, choose Grant Roles and pick this environment. A role that was granted just now may need a minute.',
    retryable: true,
    status: 422,
  },
  {
    code: 'auth_method_unsupported',
    saw: ['method_refused'],
    field: 'client_secret',
    guideStep: 'auth-method',
    message:
      'The application does not accept a client secret: its Token Endpoint Authentication Method is Client Secret JWT, Private Key JWT or None.',
    remedy: 'On the Configuration tab of the application, set Token Endpoint Authentication Method to Client Secret Post and save.',
    retryable: false,
    status: 422,
  },
] as const satisfies readonly Failure[];

/** Ways in which connecting a worker application goes wrong. The first row all of whose signs were seen wins. */
export const workerFailures: readonly Failure[] = [...firstFailures, ...rows, ...lastFailures];

/** Those among {@link workerFailures} that are said in words of their own. */
export type WorkerFailureCode = (typeof rows)[number]['code'];
