import type { ProviderAnswer, Sign, SignRule } from './failure.ts';
import type { Problem, Provider } from './provider.ts';

/** What went wrong, which field it concerns, and what a person should do. */
export interface Explanation extends Problem {
  readonly field?: string;
  readonly guideStep?: string;
  /** Two fields whose values stand in each other's place. */
  readonly swap?: readonly [string, string];
  readonly retryable: boolean;
  /** The HTTP status of Latchkey's answer. */
  readonly status: number;
  readonly correlationId?: string;
  /** How long to wait before trying again, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** Reads what one answer means. An answer that no rule knows, and that is no success, is a refusal. */
export function readSign(rules: readonly SignRule[], answer: ProviderAnswer): Sign | undefined {
  const rule = rules.find(({ when }) => matches(when, answer));
  if (rule) return rule.sign;
  const succeeded = answer.status !== undefined && answer.status < 300 && answer.transport === undefined;
  return succeeded ? undefined : 'refused';
}

function matches(when: SignRule['when'], answer: ProviderAnswer): boolean {
  const { status = 0 } = answer;
  return (
    (when.step === undefined || when.step === answer.step) &&
    (when.transport === undefined || when.transport === answer.transport) &&
    (when.status === undefined || (status >= when.status[0] && status <= when.status[1])) &&
    (when.error === undefined || when.error === answer.error) &&
    (when.description === undefined || when.description.test(answer.description ?? ''))
  );
}

/** Signs of trouble that passes: it is over as soon as a later request was answered. */
const passing: ReadonlySet<Sign> = new Set(['rate_limited', 'unavailable', 'timeout', 'unreachable', 'answer_invalid', 'answer_too_large']);

/**
 * Turns what was tried, and what came back, into one explanation.
 *
 * @param answers Every answer so far, oldest first. Passing trouble (a timeout, a rate limit) counts only in the last one, because a later
 *   answer shows that it is over. Of requests made at the same time, put the troubled ones last.
 * @param facts Signs that no single answer shows, for example `token_for_other_environment`.
 */
export function explainFailure(provider: Provider, answers: readonly ProviderAnswer[], facts: readonly Sign[] = []): Explanation {
  const signs = new Set<Sign>(facts);
  for (const answer of answers) {
    const sign = readSign(provider.signs, answer);
    if (sign && (!passing.has(sign) || answer === answers.at(-1))) signs.add(sign);
  }
  const failure = provider.failures.find((row) => row.saw.every((sign) => signs.has(sign)));
  if (!failure) throw new TypeError(`The last failure of ${provider.id} must have an empty "saw", so that every case is explained.`);
  const { saw, ...explanation } = failure;
  const correlationId = answers.findLast((answer) => answer.correlationId !== undefined)?.correlationId;
  const retryAfterSeconds = saw.some((sign) => passing.has(sign))
    ? answers.findLast((answer) => answer.retryAfterSeconds !== undefined)?.retryAfterSeconds
    : undefined;
  return {
    ...explanation,
    ...(correlationId !== undefined && { correlationId }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
