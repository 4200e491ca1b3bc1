/** What is wrong with one option. */
export interface OptionProblem {
  /** The option's name, with the place in a list: `secretKeys[1]`. */
  readonly option: string;
  /** What is wrong. Never holds the value. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

/** Thrown by `createConnect` when an option is wrong. It lists all that are. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  readonly code = 'invalid_option';
  readonly problems: readonly OptionProblem[];

  constructor(problems: readonly OptionProblem[]) {
    const lines = problems.map(({ option, message, remedy }) => `  ${option}: ${message}\n    → ${remedy}`);
    super(`Latchkey cannot start with these options:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}
