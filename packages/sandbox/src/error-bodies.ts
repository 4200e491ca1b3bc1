/** How PingOne begins to say that a request holds a mistake. */
export const VALIDATION_FAILED = 'The request could not be completed. One or more validation errors were in the request.';

/** How PingOne says that it cannot go on with a request. */
export const PROCESSING_FAILED = 'The request could not be completed. There was an issue processing the request.';

/** One entry of `details` in an error of the platform's shape. */
interface ErrorDetail {
  readonly code: string;
  readonly target?: string;
  readonly message: string;
}

/** An error of PingOne's API, which its OAuth host uses too when it is no matter of OAuth. */
export interface PlatformError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: readonly ErrorDetail[];
}

/** An error of the OAuth endpoints. The correlation ID is added when it is sent. */
export interface Denial {
  readonly status: number;
  readonly error: string;
  readonly reason: string;
}

const NO_ACCESS = 'The request could not be completed. You do not have access to this resource.';

/** The API's answer to a missing, wrong or stale access token. */
export const INVALID_TOKEN: PlatformError = {
  status: 401,
  code: 'ACCESS_FAILED',
  message: NO_ACCESS,
  details: [
    {
      code: 'INVALID_TOKEN',
      target: 'Authentication Credentials',
      message: 'The authorization token is either missing or invalid, or it has expired.',
    },
  ],
};

/** The API's answer when no role allows the request. */
export const INSUFFICIENT_PERMISSIONS: PlatformError = {
  status: 403,
  code: 'ACCESS_FAILED',
  message: NO_ACCESS,
  details: [{ code: 'INSUFFICIENT_PERMISSIONS', message: 'The actor attempting to perform the request is not authorized.' }],
};

/** Builds the body of a platform error. Its `id` is the correlation ID. */
export function buildPlatformBody({ code, message, details }: PlatformError, correlationId: string): Readonly<Record<string, unknown>> {
  return { id: correlationId, code, message, ...(details && { details }) };
}

/**
 * Builds the body of an OAuth error.
 *
 * @param withDetails Adds the `details` that one user of PingOne reports.
 * @see [RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2)
 */
export function buildOAuthBody(denial: Denial, correlationId: string, withDetails = false): Readonly<Record<string, unknown>> {
  return {
    error: denial.error,
    error_description: appendCorrelationId(denial.reason, correlationId),
    ...(withDetails && { details: [{ code: denial.error.toUpperCase(), message: denial.reason }] }),
  };
}

/** Ends a text as PingOne ends every description of an OAuth error. */
export function appendCorrelationId(reason: string, correlationId: string): string {
  return `${reason} (Correlation ID: ${correlationId})`;
}

/** Writes JSON as PingOne's API does: two spaces, `"key" : value`, the first member of an array on the bracket's line. */
export function formatPlatformJson(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item) => formatPlatformJson(item, indent)).join(', ')} ]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${inner}${JSON.stringify(key)} : ${formatPlatformJson(member, inner)}`);
  return members.length === 0 ? '{ }' : `{\n${members.join(',\n')}\n${indent}}`;
}
