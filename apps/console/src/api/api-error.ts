import type { ErrorBody } from '@latchkey/protocol';

/** What the server refused, in its own words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly remedy: string | undefined;
  readonly field: string | undefined;
  readonly requestId: string | undefined;
  /** All problems of the input, when there are several. */
  readonly errors: NonNullable<ErrorBody['error']['errors']>;

  constructor(status: number, { code, message, remedy, field, request_id, errors = [] }: ErrorBody['error']) {
    super(message);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
    this.field = field;
    this.requestId = request_id;
    this.errors = errors;
  }
}

/** Makes an error of anything that was thrown on the way to the server and back. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError(0, {
    code: 'server_unreachable',
    message: 'The server did not answer.',
    remedy: 'See that you are online and that the server runs, then try again.',
  });
}

/** Whether what was asked for is not there, or not any more. */
export function isNotFound(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.status === 404;
}
