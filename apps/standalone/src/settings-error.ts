import type { OptionsError } from '@latchkey/server';
import { settings, type Setting } from './settings.ts';

/** Settings that cannot be used. Its message lists every problem with what to do; values are never repeated. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'invalid_setting';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Latchkey cannot start like this:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Says what is wrong with options in the words of the settings that they were made of. */
export function explainOptions({ problems }: OptionsError): SettingsError {
  return new SettingsError(problems.map(({ option, message, remedy }) => `${describeOption(option)}: ${message} ${remedy}`));
}

const rows: readonly Setting[] = settings;

function describeOption(option: string): string {
  const [name = ''] = option.split('[');
  const setting = rows.find((row) => (row.option ?? row.name) === name);
  return setting === undefined ? option : `${setting.variable} (${option})`;
}
