/** Settings that cannot be used. Its message lists every problem with what to do; values are never repeated. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'invalid_setting';

  constructor(problems: readonly string[]) {
    super(`Latchkey cannot start like this:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}
