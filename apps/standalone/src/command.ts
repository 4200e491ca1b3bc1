/** What a command works with: nothing of it is taken from the process behind its back. */
export interface CommandContext {
  /** What follows the command's name. */
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Reads what is piped in, to its end. */
  readonly readInput: () => Promise<string>;
  /** Writes a line that is the result, for whoever called or the program that reads it. */
  readonly print: (line: string) => void;
  /** Writes a line that is no result. */
  readonly warn: (line: string) => void;
}

/** Does its work, and resolves to the exit code: 0 for done, 1 for failed. */
export type Run = (context: CommandContext) => Promise<number>;

/** One command of `latchkey`. */
export interface Command {
  /** Its place in the list of commands: a few words. */
  readonly about: string;
  /** How it is called, with every option. Printed by `--help`, and when a call cannot be understood. */
  readonly usage: string;
  readonly run: Run;
}

/** A call that cannot be understood. Its message says why; how to call stands in {@link Command.usage}. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
