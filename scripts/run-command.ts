import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
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
export function runCommand([program, ...args]: readonly [string, ...string[]], options: CommandOptions = {}): boolean {
  return spawnSync(program, args, { ...asSpawnOptions(options), stdio: 'inherit' }).status === 0;
}

/**
 * Does what {@link runCommand} does, and keeps the last lines that were printed.
 *
 * @returns Whether it succeeded, and the last lines, at most so many.
 */
export async function watchCommand(
  [program, ...args]: readonly [string, ...string[]],
  maxLines: number,
  options: CommandOptions = {},
): Promise<{ readonly passed: boolean; readonly lastLines: readonly string[] }> {
  const child = spawn(program, args, { ...asSpawnOptions(options), stdio: ['inherit', 'pipe', 'pipe'] });
  let lastLines: string[] = [''];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.setEncoding('utf8').on('data', (text: string) => {
      to.write(text);
      const [first = '', ...others] = text.split('\n');
      lastLines = [...lastLines.slice(0, -1), `${lastLines.at(-1)}${first}`, ...others].slice(-maxLines);
    });
  }
  const [code] = await once(child, 'close');
  return { passed: code === 0, lastLines };
}

function asSpawnOptions({ cwd = root, env = {} }: CommandOptions): SpawnOptions {
  const path = [`${root}node_modules/.bin`, process.env['PATH']].join(delimiter);
  return { cwd, env: { ...process.env, PATH: path, ...env } };
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
