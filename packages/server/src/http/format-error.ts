import type { ErrorBody } from '@latchkey/protocol';
import { connectError, ConnectError } from '../errors.ts';

/** Makes a {@link ConnectError} of whatever was thrown; what nobody expected says nothing of itself. */
export function toConnectError(error: unknown): ConnectError {
  if (error instanceof ConnectError) return error;
  const type: unknown = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  // Types of body-parser's errors. Their messages quote the body, so none is passed on.
  switch (type) {
    case 'entity.parse.failed':
    case 'request.size.invalid':
    case 'request.aborted':
      return connectError('invalid_json');
    case 'entity.too.large':
      return connectError('body_too_large');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return connectError('invalid_content_type');
    default:
      // A path whose percent-encoding is broken leads nowhere.
      return error instanceof URIError ? connectError('not_found') : connectError('server_error', { cause: error });
  }
}

/** Writes an error as it is answered. */
export function formatError(error: ConnectError, requestId: string | undefined): ErrorBody {
  const { field, guideStep, swap, retryAfterSeconds, correlationId, errors } = error.details;
  return {
    error: {
      code: error.code,
      message: error.message,
      remedy: error.remedy,
      ...(field !== undefined && { field }),
      ...(guideStep !== undefined && { guide_step: guideStep }),
      ...(swap !== undefined && { swap: [...swap] }),
      retryable: error.retryable,
      ...(retryAfterSeconds !== undefined && { retry_after: retryAfterSeconds }),
      ...(correlationId !== undefined && { correlation_id: correlationId }),
      ...(requestId !== undefined && { request_id: requestId }),
      ...(errors !== undefined && { errors: errors.map(({ code, message, path }) => ({ code, message, path: [...path] })) }),
    },
  };
}
