import type { Explanation, Provider } from '@latchkey/providers';
import { computeBackoff } from '../core/backoff.ts';
import type { Connection, ConnectionError } from '../core/connection.ts';
import { errorCatalogue } from '../error-catalogue.ts';
import { connectError, explainedError, type ConnectError } from '../errors.ts';

/** Pauses after failures that may pass, in milliseconds. The longest is short enough that a provider's recovery is noticed. */
const PAUSES = { firstMs: 1000, maxMs: 60_000 };

/** Longest pause that a provider may ask for, in milliseconds. */
const MAX_ASKED_PAUSE_MS = 60 * 60_000;

/** Why a connection cannot be refreshed any more although its provider refused nothing. */
export const interrupted: Explanation = { code: 'refresh_interrupted', ...errorCatalogue.refresh_interrupted };

/** Builds what a connection keeps of a failed refresh. */
export function buildRefreshError(
  { code, message, remedy, retryable, retryAfterSeconds = 0 }: Explanation,
  last: ConnectionError | undefined,
  now: Date,
  random: number,
): ConnectionError {
  const failures = (last?.failures ?? 0) + 1;
  const error = { code, message, remedy, at: now, failures };
  if (!retryable) return error;
  const pauseMs = Math.max(computeBackoff(PAUSES, failures, random), Math.min(retryAfterSeconds * 1000, MAX_ASKED_PAUSE_MS));
  return { ...error, retryAt: new Date(now.getTime() + pauseMs) };
}

/** Tells whether the last refresh failed so shortly ago that it is not yet tried again. */
export function isBackingOff({ error }: Pick<Connection, 'error'>, now: Date): boolean {
  return error?.retryAt !== undefined && now < error.retryAt;
}

/** Makes the error that tells of a refresh that has just failed. */
export function createRefreshError(explanation: Explanation, error: ConnectionError): ConnectError {
  return explanation.retryable ? explainedError(explanation) : refused(error, explanation);
}

/** Makes the error that tells of the last failure that a connection keeps. */
export function restoreRefreshError(definition: Provider, error: ConnectionError, now: Date): ConnectError {
  const failure = definition.failures.find(({ code }) => code === error.code);
  if (error.retryAt === undefined) return refused(error, failure);
  const retryAfterSeconds = Math.max(1, Math.ceil((error.retryAt.getTime() - now.getTime()) / 1000));
  const { code, message, remedy } = error;
  return explainedError({ code, message, remedy, retryable: true, status: failure?.status ?? 503, retryAfterSeconds });
}

function refused(error: ConnectionError, explanation: Pick<Explanation, 'field' | 'correlationId'> = {}): ConnectError {
  const { field, correlationId } = explanation;
  return connectError('invalid_credentials', {
    message: `The provider no longer accepts the stored credential. ${error.message}`,
    errors: [{ code: error.code, message: error.message, path: field === undefined ? [] : [field] }],
    ...(correlationId !== undefined && { correlationId }),
  });
}
