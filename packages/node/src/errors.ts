/** What may be known about an error besides its code and text. Never a secret. */
export interface LatchkeyErrorFacts {
  readonly status?: number | undefined;
  readonly remedy?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly requestId?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly field?: string | undefined;
  readonly errors?: readonly InputProblem[] | undefined;
  readonly answer?: unknown;
  readonly cause?: unknown;
}

/** One problem of what was sent. */
export interface InputProblem {
  readonly code: string;
  readonly message: string;
  /** Where it is, by names on the wire. */
  readonly path: readonly (string | number)[];
}

/**
 * Whatever goes wrong in a call, but for an abort by the caller's own signal, which is thrown as that signal's reason.
 *
 * Codes of this client: `invalid_option`, `invalid_argument`, `unreachable`, `timeout`, `invalid_answer`, `credentials_withheld`,
 * `invalid_webhook`, `provider_api_error`. All others are Latchkey's own, listed in `docs/errors.md`.
 */
export class LatchkeyError extends Error {
  override readonly name = 'LatchkeyError';
  /** Stable; branch on it. */
  readonly code: string;
  /** HTTP status; `undefined` when no answer came. */
  readonly status: number | undefined;
  /** What to do. */
  readonly remedy: string;
  /** Whether the same call may work later. */
  readonly retryable: boolean;
  /** How long to wait before that, in seconds, when the answer said so. */
  readonly retryAfterSeconds: number | undefined;
  /** Latchkey's id of the request, as in its logs. */
  readonly requestId: string | undefined;
  /** The provider's id of the exchange, for its support. */
  readonly correlationId: string | undefined;
  /** The one field that it concerns, by its name on the wire. */
  readonly field: string | undefined;
  /** All problems of what was sent, when there are several. */
  readonly errors: readonly InputProblem[] | undefined;
  /** With `provider_api_error`: the body of the provider's answer. Not shown when the error is printed. */
  declare readonly answer: unknown;

  constructor(code: string, message: string, facts: LatchkeyErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.status = facts.status;
    this.remedy = facts.remedy ?? '';
    this.retryable = facts.retryable ?? false;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.requestId = facts.requestId;
    this.correlationId = facts.correlationId;
    this.field = facts.field;
    this.errors = facts.errors;
    // Security: a provider's answer may hold data of its users, which has no business in a log.
    Object.defineProperty(this, 'answer', { value: facts.answer, enumerable: false });
  }
}
