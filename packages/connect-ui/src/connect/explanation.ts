import type { Failure } from '../api/failure.ts';
import type { LocaleText } from '../messages/locale.ts';
import { errorText } from '../messages/error-text.ts';

/** What went wrong, in words for the person at the form. Holds no secret and nothing that was typed. */
export interface Explanation {
  /** Stable; `docs/errors.md` lists all. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** The field that it concerns, by its name on the wire. */
  readonly field?: string | undefined;
  /** The step of the guide that helps. */
  readonly guideStep?: string | undefined;
  /** Two fields whose values stand in each other's place: the form offers to swap them. */
  readonly swap?: readonly [string, string] | undefined;
  /** Whether the same values may work later. */
  readonly retryable: boolean;
  /** How long to wait before trying again, in seconds. */
  readonly retryAfterSeconds?: number | undefined;
  /** The provider's id of the exchange, for its support. */
  readonly correlationId?: string | undefined;
  /** Latchkey's id of the request, as in the server's logs. */
  readonly requestId?: string | undefined;
}

/**
 * Gives a failure its words.
 *
 * @param fields Names of the fields that the person can fill in: a failure of any other field concerns the whole form.
 * @param provider The provider's id, whose own words for the failure come first.
 */
export function explain(locale: LocaleText, failure: Failure, fields: readonly string[], provider?: string): Explanation {
  const { field, swap, ...rest } = failure;
  return {
    ...rest,
    ...errorText(locale, failure.code, failure, provider),
    field: fields.find((name) => name === field),
    swap: swap?.every((name) => fields.includes(name)) === true ? swap : undefined,
  };
}
