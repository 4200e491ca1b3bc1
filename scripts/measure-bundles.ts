import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** One weight that the README prints. */
export interface Weight {
  /** As in the README's table, in front of the numbers. */
  readonly name: string;
  /** Of gzip, each file apart and summed. */
  readonly bytes: number;
  /** `undefined` where there is none. */
  readonly limitBytes: number | undefined;
}

/** What one import loads: at once, and later by `import()`. */
interface Bundle {
  readonly atOnce: readonly string[];
  /** By the name of the source file whose `import()` brings it. */
  readonly later: ReadonlyMap<string, readonly string[]>;
}

const FULL_FORM = `export { Connect } from '@latchkey/connect-ui';`;
const BUTTON = `export { ConnectButton } from '@latchkey/connect-ui/button';`;
const PEERS = ['react', 'react/*', 'react-dom', 'react-dom/*'];
const LIBRARIES = ['react-hook-form', 'zod', 'zod/*', '@tanstack/*'];

/** What a person who connects at the first try makes the page load, after the form, by the file that the `import()` names. */
const HAPPY_PATH = ['connect-api', 'en-later', 'value-checks', 'parse-pasted', 'later-views'];

/** What it loads besides where people sign in. */
const SIGN_IN = ['sign-in'];

/** What may not stand in a browser's bundle: Node.js, and the server's side. */
const FORBIDDEN = ['node:', '@latchkey/server', 'A256KW', 'client_credentials_grant'];

/**
 * Measures what a page loads from the packed packages, React apart.
 *
 * @param host A folder in which the packages are installed.
 */
export async function measureBundles(host: string): Promise<{ readonly weights: readonly Weight[]; readonly problems: readonly string[] }> {
  const form = await bundle(host, FULL_FORM, PEERS);
  const own = await bundle(host, FULL_FORM, [...PEERS, ...LIBRARIES]);
  const button = await bundle(host, BUTTON, PEERS);
  const styles = await build({
    stdin: { contents: readFileSync(join(host, 'node_modules/@latchkey/connect-ui/dist/styles.css'), 'utf8'), loader: 'css' },
    minify: true,
    write: false,
  });
  const weights = [
    { name: 'the button, before it is pressed', bytes: weigh(button.atOnce), limitBytes: 5_000 },
    { name: 'the full form', bytes: weigh(form.atOnce), limitBytes: 40_000 },
    { name: 'of it, Latchkey’s own code', bytes: weigh(own.atOnce), limitBytes: 12_000 },
    { name: 'what a smooth journey loads after it', bytes: weigh(loadedAfter(form, HAPPY_PATH)), limitBytes: undefined },
    { name: 'what it loads besides to sign in', bytes: weigh(loadedAfter(form, SIGN_IN, HAPPY_PATH)), limitBytes: undefined },
    { name: 'styles', bytes: weigh([styles.outputFiles[0]?.text ?? '']), limitBytes: 4_000 },
  ];
  const everything = [...form.atOnce, ...[...form.later.values()].flat(), ...button.atOnce].join('\n');
  const problems = FORBIDDEN.filter((word) => everything.includes(word)).map((word) => `A bundle for browsers holds "${word}".`);
  for (const { name, bytes, limitBytes } of weights) {
    console.log(`size: ${name}: ${kilobytes(bytes)} kB${limitBytes === undefined ? '' : ` of ${kilobytes(limitBytes)} kB`} (gzip)`);
    if (limitBytes !== undefined && bytes > limitBytes) problems.push(`${name}: ${bytes} bytes (gzip), and may be ${limitBytes}.`);
  }
  return { weights, problems };
}

/** Writes a weight as the README does. */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function weigh(files: readonly string[]): number {
  return files.reduce((sum, text) => sum + gzipSync(text).length, 0);
}

/** What these parts bring, but for what is there already. */
function loadedAfter({ atOnce, later }: Bundle, names: readonly string[], before: readonly string[] = []): readonly string[] {
  const load = (parts: readonly string[]): readonly string[] =>
    parts.flatMap((name) => {
      const found = later.get(name);
      if (!found) throw new Error(`No import() brings "${name}": the lists in scripts/measure-bundles.ts are out of date.`);
      return found;
    });
  const there = new Set([...atOnce, ...load(before)]);
  return [...new Set(load(names))].filter((text) => !there.has(text));
}

async function bundle(host: string, contents: string, external: readonly string[]): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: host, loader: 'ts' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    outdir: join(host, 'out'),
    metafile: true,
    write: false,
    external: [...external],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*\/out\//, ''), text]));
  /** A file and all that it imports at once. */
  const withImports = (path: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const { path: next, kind, external: outside } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && outside !== true) withImports(next, seen);
    return seen;
  };
  const textsOf = (path: string): readonly string[] => [...withImports(path)].map((one) => texts.get(one.replace(/^.*\/?out\//, '')) ?? '');
  const entries = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint === undefined ? [] : [{ path, entryPoint }],
  );
  return {
    atOnce: entries.filter(({ entryPoint }) => entryPoint === '<stdin>').flatMap(({ path }) => textsOf(path)),
    later: new Map(entries.map(({ path, entryPoint }) => [entryPoint.replace(/^.*\/|\.\w+$/g, ''), textsOf(path)])),
  };
}
