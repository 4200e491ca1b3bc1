import type { ErrorCode } from '@latchkey/protocol';
import type { Explanation } from '@latchkey/providers';
import { errorCatalogue } from './error-catalogue.ts';

/** What may be added to a catalogue row when an error is made. Never a secret. */
export interface ErrorDetails {
  /** Replaces the catalogue's message when there is something more exact to say. */
  readonly message?: string;
  /** Replaces the catalogue's remedy likewise. */
  readonly remedy?: string;
  readonly field?: string;
  readonly guideStep?: string;
  /** Two fields whose values stand in each other's place. */
  readonly swap?: readonly [string, string];
  readonly correlationId?: string;
  readonly retryAfterSeconds?: number;
  readonly errors?: readonly { readonly code: string; readonly message: string; readonly path: readonly (string | number)[] }[];
  readonly cause?: unknown;
}

/** An error that a caller of Latchkey meets: a stable code, an HTTP status, what happened, and what to do. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly details: Omit<ErrorDetails, 'message' | 'remedy' | 'cause'>;

  constructor(row: { code: string; status: number; message: string; remedy: string; retryable: boolean }, details: ErrorDetails = {}) {
    const { message = row.message, remedy = row.remedy, cause, ...rest } = details;
    // Security: a cause may quote a request with its secret; it is there for a debugger, and neither logs nor answers may print it.
    super(message, cause === undefined ? undefined : { cause });
    this.code = row.code;
    this.status = row.status;
    this.remedy = remedy;
    this.retryable = row.retryable;
    this.details = rest;
  }
}

/** Makes an error from the catalogue. */
export function connectError(code: ErrorCode, details?: ErrorDetails): ConnectError {
  return new ConnectError({ code, ...errorCatalogue[code] }, details);
}

/** Makes an error from a provider's explanation. */
export function explainedError(explanation: Explanation): ConnectError {
  const { code, status, message, remedy, retryable, field, guideStep, swap, correlationId, retryAfterSeconds } = explanation;
  return new ConnectError(
    { code, status, message, remedy, retryable },
    {
      ...(field !== undefined && { field }),
      ...(guideStep !== undefined && { guideStep }),
      ...(swap !== undefined && { swap }),
      ...(correlationId !== undefined && { correlationId }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    },
  );
}
