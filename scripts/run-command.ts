import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where a command runs, and what is added to its environment. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a command with the repository's own tools first on the path, and shows what it prints.
 *
 * @returns Whether it succeeded.
 */
export function runCommand(command: readonly [string, ...string[]], { cwd = root, env = {} }: CommandOptions = {}): boolean {
  const [program, ...args] = command;
  const path = [`${root}node_modules/.bin`, process.env['PATH']].join(delimiter);
  return spawnSync(program, args, { cwd, stdio: 'inherit', env: { ...process.env, PATH: path, ...env } }).status === 0;
}

/** The command line of the pnpm that runs this script, or of the one that the repository asks for. */
export function pnpm(...args: string[]): readonly [string, ...string[]] {
  const path = process.env['npm_execpath'];
  return path?.includes('pnpm')
    ? /\.[cm]?js$/.test(path)
      ? [process.execPath, path, ...args]
      : [path, ...args]
    : ['npx', '--yes', 'pnpm@12', ...args];
}
