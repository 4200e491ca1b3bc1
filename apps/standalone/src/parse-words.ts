import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>>;

/** Reads options and what stands between them. @throws {UsageError} For an option that is not there, or lacks its value. */
export function parseWords<const T extends Options>(words: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The call cannot be understood.');
  }
}

/** Refuses words that a command does not take. @throws {UsageError} */
export function takeNothing(words: readonly string[]): void {
  const [word] = words;
  if (word !== undefined) throw new UsageError(`"${word.slice(0, 64)}" is not understood.`);
}
