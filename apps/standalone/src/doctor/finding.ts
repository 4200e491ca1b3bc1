/** What was found out about one thing. */
export interface Finding {
  /** What was looked at: a few words. */
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'failed';
  /** What is so. */
  readonly message: string;
  /** What to do. Absent where nothing is to be done. */
  readonly remedy?: string;
}

/** How long one answer may take, in milliseconds. */
export const ANSWER_WITHIN_MS = 10_000;

/** One line for a terminal. */
export function formatFinding({ check, state, message, remedy }: Finding): string {
  return `${state.padEnd(8)} ${check.padEnd(16)} ${message}${remedy === undefined ? '' : ` → ${remedy}`}`;
}

/** Says why a request got no answer, in a few words. */
export function describeNoAnswer(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${ANSWER_WITHIN_MS / 1000} s`;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
}
