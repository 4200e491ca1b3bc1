import type { Failure, Problem, Provider, ProviderAnswer, Sign, SignRule } from './provider.ts';

/** What went wrong, which field it concerns, and what a person should do. */
export interface Explanation extends Problem {
  readonly field?: string;
  readonly guideStep?: string;
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

/**
 * Turns what was tried, and what came back, into one explanation.
 *
 * @param answers Every answer so far, oldest first.
 * @param facts Signs that no single answer shows, for example `token_for_other_environment`.
 */
export function explainFailure(provider: Provider, answers: readonly ProviderAnswer[], facts: readonly Sign[] = []): Explanation {
  const signs = new Set<Sign>(facts);
  for (const answer of answers) {
    const sign = readSign(provider.signs, answer);
    if (sign) signs.add(sign);
  }
  const failure = provider.failures.find((row) => row.saw.every((sign) => signs.has(sign)));
  if (!failure) throw new TypeError(`The last failure of ${provider.id} must have an empty "saw", so that every case is explained.`);
  const last = answers.findLast((answer) => answer.correlationId !== undefined);
  const waiting = answers.findLast((answer) => answer.retryAfterSeconds !== undefined);
  return explain(failure, last?.correlationId, waiting?.retryAfterSeconds);
}

function explain(failure: Failure, correlationId: string | undefined, retryAfterSeconds: number | undefined): Explanation {
  const { saw: _saw, ...explanation } = failure;
  return {
    ...explanation,
    ...(correlationId !== undefined && { correlationId }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
