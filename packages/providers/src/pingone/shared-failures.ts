import type { Failure } from '../failure.ts';
import { problems } from './problems.ts';

// Trouble comes first, because it counts only when nothing came after it: then it is what ended the attempt.
const first = [
  {
    code: 'provider_rate_limited',
    saw: ['rate_limited'],
    message: 'PingOne answers that it gets too many requests from this environment just now.',
    remedy: 'Wait a moment, then try again. Nothing that you typed is lost.',
    retryable: true,
    status: 503,
  },
  {
    code: 'provider_timeout',
    saw: ['timeout'],
    message: 'PingOne did not answer in time.',
    remedy: 'Try again. If it stays so, look at status.pingidentity.com.',
    retryable: true,
    status: 504,
  },
  {
    code: 'provider_unreachable',
    saw: ['unreachable'],
    message: 'PingOne could not be reached from the server.',
    remedy: 'Try again. If it stays so, the server may not be allowed to reach PingOne: tell the app that you are connecting to.',
    retryable: true,
    status: 502,
  },
  {
    code: 'provider_unavailable',
    saw: ['unavailable'],
    message: 'PingOne has a problem of its own and could not answer.',
    remedy: 'Try again in a moment. If it stays so, look at status.pingidentity.com.',
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
      'Try again. If it stays so, something between the server and PingOne answers in its place: tell the app that you are connecting to.',
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
    remedy: 'Swap the two values, then try again.',
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
    code: 'token_rejected',
    saw: ['token_rejected'],
    message: 'PingOne gave an access token, and its API does not accept it.',
    remedy: 'Try again in a minute. If it stays so, give the correlation ID to Ping Identity support.',
    retryable: true,
    status: 502,
  },
] as const satisfies readonly Failure[];

// An unknown environment comes late, because a wrong region may be asked first.
const last = [
  {
    code: 'environment_not_in_region',
    saw: ['environment_unknown', 'other_regions_unclear'],
    field: 'tld',
    guideStep: 'region',
    message: 'The chosen region does not know this environment, and not every other region answered when it was looked for there.',
    remedy:
      'Compare the region with the one in Settings → Environment Properties. If it is the right one, check the Environment ID, or try again in a moment.',
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

/** Ways in which connecting to PingOne goes wrong whatever the application is: those that are looked for before an application's own. */
export const firstFailures: readonly Failure[] = first;

/** Those that are looked for after an application's own; the last explains the rest. */
export const lastFailures: readonly Failure[] = last;

/** @see {@link firstFailures} */
export type SharedFailureCode = (typeof first)[number]['code'] | (typeof last)[number]['code'];
