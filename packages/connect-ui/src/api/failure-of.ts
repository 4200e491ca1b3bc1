import type { Failure, RequestFailed } from './failure.ts';

/** What is said when a part of the component cannot be loaded, or something is thrown that nobody foresaw. */
export const unreachable: Failure = { code: 'server_unreachable', retryable: true };

/** Reads the failure out of whatever was thrown. */
export function failureOf(thrown: unknown): Failure {
  return isRequestFailed(thrown) ? thrown.failure : unreachable;
}

/** By its name, because the class itself comes later, with what throws it. */
function isRequestFailed(thrown: unknown): thrown is RequestFailed {
  return thrown instanceof Error && thrown.name === 'RequestFailed';
}
