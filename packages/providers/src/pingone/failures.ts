import type { Failure } from '../provider.ts';
import { problems } from './problems.ts';

// Trouble comes first, because it counts only when nothing came after it: then it is what ended the attempt. A refused
// method and an unknown environment come late: the first method may be refused before the second works, and a wrong region may be asked first.
const rows = [
  {
    code: 'provider_rate_limited',
    saw: ['rate_limited'],
    message: 'PingOne answers that it gets too many requests from this environment just now.',
    remedy: 'Wait a moment, then press Connect again. Nothing that you typed is lost.',
    retryable: true,
    status: 503,
  },
  {
    code: 'provider_timeout',
    saw: ['timeout'],
    message: 'PingOne did not answer in time.',
    remedy: 'Press Connect again. If it stays so, look at status.pingidentity.com.',
    retryable: true,
    status: 504,
  },
  {
    code: 'provider_unreachable',
    saw: ['unreachable'],
    message: 'PingOne could not be reached from the server.',
    remedy: 'Press Connect again. If it stays so, the server may not be allowed to reach PingOne: tell the app that you are connecting to.',
    retryable: true,
    status: 502,
  },
  {
    code: 'provider_unavailable',
    saw: ['unavailable'],
    message: 'PingOne has a problem of its own and could not answer.',
    remedy: 'Press Connect again in a moment. If it stays so, look at status.pingidentity.com.',
    retryable: true,
    status: 502,
  },
  {
    code: 'provider_answer_too_large',
    saw: ['answer_too_large'],
    message: 'The answer was far larger than any answer of PingOne, so it was not read.',
    remedy: 'Something between the server and PingOne answers in its place: tell the app that you are connecting to.',
    retryable: true,
    status: 502,
  },
  {
    code: 'provider_answer_invalid',
    saw: ['answer_invalid'],
    message: 'The answer was not one that PingOne gives.',
    remedy:
      'Press Connect again. If it stays so, something between the server and PingOne answers in its place: tell the app that you are connecting to.',
    retryable: true,
    status: 502,
  },
  {
    code: 'swapped_ids',
    saw: ['environment_unknown', 'client_id_is_environment'],
    field: 'environmentId',
    guideStep: 'environment-id',
    swap: ['environmentId', 'client_id'],
    message: 'The client ID that was given is an environment ID, and the environment ID is not one, so the two seem to be swapped.',
    remedy: 'Swap the two values, then press Connect again.',
    retryable: false,
    status: 422,
  },
  {
    code: 'organization_id_as_environment_id',
    saw: ['environment_is_organization'],
    field: 'environmentId',
    guideStep: 'environment-id',
    message: 'What was given as environment ID is the ID of the organization.',
    remedy: 'Copy the Environment ID, which stands next to the organization ID in Settings → Environment Properties.',
    retryable: false,
    status: 422,
  },
  {
    code: 'token_for_other_environment',
    saw: ['token_for_other_environment'],
    field: 'environmentId',
    guideStep: 'environment-id',
    message: 'The application belongs to another environment than the one whose ID was given.',
    remedy: 'Use the Environment ID that stands on the Overview tab of the same application.',
    retryable: false,
    status: 422,
  },
  {
    code: 'application_disabled',
    saw: ['client_disabled'],
    field: 'client_id',
    guideStep: 'enable-application',
    message: 'The application is disabled in PingOne.',
    remedy: 'Switch on the toggle at the top right of the application, then press Connect again.',
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
    remedy:
      'On the Roles tab of the application, choose Grant Roles. A role that was granted just now may need a minute: press Connect again.',
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
    code: 'token_rejected',
    saw: ['token_rejected'],
    message: 'PingOne gave an access token, and its API does not accept it.',
    remedy: 'Press Connect again in a minute. If it stays so, give the correlation ID to Ping Identity support.',
    retryable: true,
    status: 502,
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
  {
    code: 'environment_not_in_region',
    saw: ['environment_unknown', 'other_regions_unclear'],
    field: 'tld',
    guideStep: 'region',
    message: 'The chosen region does not know this environment, and not every other region answered when it was looked for there.',
    remedy:
      'Compare the region with the one in Settings → Environment Properties. If it is the right one, check the Environment ID, or press Connect again in a moment.',
    retryable: true,
    status: 422,
  },
  {
    // Said when the region is looked up while the person types, too.
    code: 'environment_not_found',
    ...problems.environment_not_found,
    saw: ['environment_unknown'],
    field: 'environmentId',
    guideStep: 'environment-id',
    retryable: false,
    status: 422,
  },
  {
    code: 'provider_refused',
    saw: [],
    message: 'PingOne refused the request for a reason that it did not make clear.',
    remedy: 'Go through the connection guide once more. If it stays so, give the correlation ID to Ping Identity support.',
    retryable: true,
    status: 422,
  },
] as const satisfies readonly Failure[];

/** Ways in which connecting a worker application goes wrong. The first row all of whose signs were seen wins; the last explains the rest. */
export const failures: readonly Failure[] = rows;

/** @see {@link failures} */
export type FailureCode = (typeof rows)[number]['code'];
