import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from './run-command.ts';

const server = `${root}packages/server`;
const dist = `${server}/dist`;

/** Each is loaded by its name: the package's door, and the log's thread, which stands beside the file that starts it. */
const ENTRIES = { index: `${server}/src/index.ts`, 'sqlite-thread': `${server}/src/store/sqlite/sqlite-thread.ts` };

/** What the bundle takes in of others: the server's own side of the protocol, and pure functions. All else stays a dependency, which hosts can update. */
const TAKEN_IN: ReadonlySet<string> = new Set(['@latchkey/protocol', '@latchkey/providers', 'kysely', 'zod']);

/** The packages that a file came from, the innermost last. */
const PACKAGES = /node_modules\/((?:@[^/]+\/)?[^/.][^/]*)\//g;

/**
 * Bundles the server's JavaScript into `dist`, from the sources; the declarations are the compiler's.
 *
 * One file instead of some seven hundred takes half the time to load and a sixth less memory: ARCHITECTURE.md has the reasons.
 */
export async function bundleServer(): Promise<void> {
  for (const file of globSync('**/*.js{,.map}', { cwd: dist })) rmSync(`${dist}/${file}`);
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${server}/package.json`, 'utf8'));
  const external = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => !TAKEN_IN.has(name));
  const { metafile } = await build({
    entryPoints: ENTRIES,
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.19',
    conditions: ['@latchkey/source'],
    external,
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  const names = new Set(Object.keys(metafile.inputs).flatMap((path) => [...path.matchAll(PACKAGES)].at(-1)?.[1] ?? []));
  const unknown = [...names].filter((name) => !TAKEN_IN.has(name));
  if (unknown.length > 0) throw new Error(`The server's bundle takes in ${unknown.join(', ')}, which TAKEN_IN does not name.`);
  writeFileSync(`${dist}/THIRD-PARTY-LICENSES.md`, [...names].toSorted().map(readLicence).join('\n'));
}

/** Reads what a package asks to be handed on with its code. */
function readLicence(name: string): string {
  const folder = `${server}/node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (!existsSync(`${folder}/LICENSE`)) throw new Error(`${name} has no LICENSE to hand on.`);
  return `## ${name} ${version}\n\n${readFileSync(`${folder}/LICENSE`, 'utf8').trim()}\n`;
}
