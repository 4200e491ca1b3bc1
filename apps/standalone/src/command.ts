/** What a command works with: nothing of it is taken from the process behind its back. */
export interface CommandContext {
  /** What follows the command's name. */
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Writes a line for whoever called. */
  readonly print: (line: string) => void;
  /** Writes a line that is no result. */
  readonly warn: (line: string) => void;
}

/** Does its work, and resolves to the exit code. */
export type Command = (context: CommandContext) => Promise<number>;

/** A call that cannot be understood. Its message says what can be called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
