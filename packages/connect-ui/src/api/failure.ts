/** Why a request did not do what it should, before it has words: the server's own words are the fallback. */
export interface Failure {
  /** Stable code, the server's or one of {@link ownFailureCodes}. */
  readonly code: string;
  readonly message?: string | undefined;
  readonly remedy?: string | undefined;
  /** The field that it concerns, by its name on the wire. */
  readonly field?: string | undefined;
  readonly guideStep?: string | undefined;
  /** Two fields whose values stand in each other's place. */
  readonly swap?: readonly [string, string] | undefined;
  readonly retryable: boolean;
  /** How long to wait before trying again, in seconds. */
  readonly retryAfterSeconds?: number | undefined;
  readonly correlationId?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Codes of failures that no server tells, because it was not reached or not understood. */
export const ownFailureCodes = [
  'offline',
  'server_unreachable',
  'server_answer_invalid',
  'connection_interrupted',
  'session_token_unavailable',
  'no_integration',
  'integration_not_offered',
  'unsupported_provider',
] as const;

/** @see {@link ownFailureCodes} */
export type OwnFailureCode = (typeof ownFailureCodes)[number];

/** Makes a failure that the component found by itself. */
export function ownFailure(code: OwnFailureCode, retryable = true): Failure {
  return { code, retryable };
}

/** Carries a {@link Failure} up to whoever asked. Its message is the code alone. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The failure that was thrown; whatever else was thrown means that the server was not reached. */
export function readThrown(thrown: unknown): Failure {
  return thrown instanceof RequestFailed ? thrown.failure : ownFailure('server_unreachable');
}

/** Gives what was read from an answer. @throws {RequestFailed} `server_answer_invalid` when nothing could be read. */
export function understood<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RequestFailed(ownFailure('server_answer_invalid'));
  return value;
}
