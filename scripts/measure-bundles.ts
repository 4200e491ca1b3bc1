import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a host's browser loads for one import, in bytes of gzip, and what it may be. */
interface Budget {
  readonly name: string;
  readonly code: string;
  readonly limitBytes: number;
}

const budgets: readonly Budget[] = [{ name: 'full form', code: `export { Connect } from '@latchkey/connect-ui';`, limitBytes: 40_000 }];

const OWN_CODE_LIMIT_BYTES = 12_000;
const STYLES_LIMIT_BYTES = 4_000;

/** What may not stand in a browser's bundle: Node.js, and the server's side. */
const FORBIDDEN = ['node:', '@latchkey/server', 'A256KW', 'client_credentials_grant'];

/**
 * Measures what a page loads from the packed packages, React apart.
 *
 * @param host A folder in which the packages are installed.
 * @returns Every limit that does not hold, as a sentence.
 */
export async function measureBundles(host: string): Promise<string[]> {
  const problems: string[] = [];
  const check = (name: string, bytes: number, limitBytes: number): void => {
    console.log(`size: ${name} ${(bytes / 1000).toFixed(1)} kB of ${(limitBytes / 1000).toFixed(1)} kB (gzip)`);
    if (bytes > limitBytes) problems.push(`${name} is ${bytes} bytes (gzip) and may be ${limitBytes}.`);
  };
  for (const { name, code, limitBytes } of budgets) {
    const text = await bundle(host, code, []);
    check(name, gzipSync(text).length, limitBytes);
    for (const word of FORBIDDEN) if (text.includes(word)) problems.push(`The bundle of the ${name} holds "${word}".`);
  }
  const own = await bundle(host, budgets[0]?.code ?? '', ['react-hook-form', '@hookform/*', 'zod', 'zod/*', '@tanstack/*']);
  check('own code in the full form', gzipSync(own).length, OWN_CODE_LIMIT_BYTES);
  const styles = await build({
    stdin: { contents: readFileSync(join(host, 'node_modules/@latchkey/connect-ui/dist/styles.css'), 'utf8'), loader: 'css' },
    minify: true,
    write: false,
  });
  check('styles', gzipSync(styles.outputFiles[0]?.text ?? '').length, STYLES_LIMIT_BYTES);
  return problems;
}

/** Bundles what is loaded at once; what an `import()` brings later is a chunk of its own and not counted. */
async function bundle(host: string, contents: string, external: readonly string[]): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: host, loader: 'ts' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    outdir: join(host, 'out'),
    metafile: true,
    write: false,
    external: ['react', 'react/*', 'react-dom', 'react-dom/*', ...external],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const outputs = Object.entries(result.metafile.outputs);
  const entry = outputs.find(([, output]) => output.entryPoint !== undefined)?.[0];
  const needed = new Set<string>();
  const follow = (path: string | undefined): void => {
    if (path === undefined || needed.has(path)) return;
    needed.add(path);
    const imports = result.metafile.outputs[path]?.imports ?? [];
    for (const { path: next, kind, external: outside } of imports) if (kind === 'import-statement' && !outside) follow(next);
  };
  follow(entry);
  return result.outputFiles
    .filter((file) => [...needed].some((path) => file.path.endsWith(path.replace(/^.*\/out\//, '/out/'))))
    .map((file) => file.text)
    .join('\n');
}
