import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kilobytes, measureBundles, type Weight } from './measure-bundles.ts';
import { pnpm, root, runCommand } from './run-command.ts';

/** A package that is published: packed, installed apart from the workspace, and looked at from there. */
interface PublishedPackage {
  readonly name: string;
  readonly folder: string;
  readonly version: string;
  readonly exports: readonly string[];
}

const problems: string[] = [];
const packages = readPublishedPackages();
const workplace = mkdtempSync(join(tmpdir(), 'latchkey-packages-'));
try {
  const tarballs = new Map(packages.map((one) => [one.name, packInto(workplace, one)]));
  for (const [name, tarball] of tarballs) {
    require(`publint finds nothing in ${name}`, runCommand(['publint', 'run', tarball, '--strict']));
    require(`types of ${name} resolve`, runCommand([
      'attw',
      tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      './styles.css',
      '--quiet',
    ]));
  }
  const host = installApart(workplace, tarballs);
  for (const one of packages) checkImports(host, one);
  checkServer(host);
  const measured = await measureBundles(host);
  problems.push(...measured.problems, ...compareWithReadme(measured.weights));
} finally {
  rmSync(workplace, { recursive: true, force: true });
}

for (const problem of problems) console.log(`✗ ${problem}`);
console.log(`packages: ${packages.length} looked at, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function require(claim: string, holds: boolean): void {
  if (!holds) problems.push(`not so: ${claim}`);
}

function readPublishedPackages(): PublishedPackage[] {
  return readdirSync(`${root}packages`)
    .map((folder) => ({ folder: join(root, 'packages', folder), manifest: readManifest(join(root, 'packages', folder)) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({ name: manifest.name, folder, version: manifest.version, exports: Object.keys(manifest.exports) }));
}

function readManifest(folder: string): { name: string; version: string; private?: boolean; exports: Record<string, unknown> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function packInto(target: string, { name, folder, version }: PublishedPackage): string {
  require(`${name} can be packed`, runCommand(pnpm('pack', '--pack-destination', target), { cwd: folder }));
  return join(target, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

/** Installs all tarballs into a new project, as a user's package manager would, with nothing of the workspace in reach. */
function installApart(target: string, tarballs: ReadonlyMap<string, string>): string {
  const host = join(target, 'host');
  const own = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]));
  const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const peers = { react: devDependencies.react, 'react-dom': devDependencies['react-dom'], express: '^5.0.0' };
  mkdirSync(host);
  writeFileSync(
    join(host, 'package.json'),
    JSON.stringify({ name: 'host', private: true, type: 'module', dependencies: { ...own, ...peers } }),
  );
  // The packed packages depend on one another by version: they too must come from the tarballs.
  writeFileSync(join(host, 'pnpm-workspace.yaml'), JSON.stringify({ packages: ['.'], overrides: own, allowBuilds: {} }));
  require('the packages install apart', runCommand(pnpm('install', '--prefer-offline', '--silent'), { cwd: host }));
  return host;
}

/** Imports every entry of a package in Node.js, where nothing of a browser exists, and asks that it exports something. */
function checkImports(host: string, { name, exports }: PublishedPackage): void {
  for (const entry of exports.filter((path) => !path.endsWith('.css'))) {
    const specifier = `${name}${entry.slice(1)}`;
    const code = `const m = await import(${JSON.stringify(specifier)}); const empty = Object.entries(m).filter(([, v]) => v === undefined); if (Object.keys(m).length === 0 || empty.length > 0) process.exit(1);`;
    require(`import of ${specifier} gives something`, runCommand(['node', '--input-type=module', '--eval', code], { cwd: host }));
  }
}

/** Opens a database file with the packed server, and reads its log, which another thread does: a bundle must have left that a file of its own. */
function checkServer(host: string): void {
  const code = `
    import { createConnect, generateEncryptionKey } from '@latchkey/server';
    const connect = createConnect({ publicUrl: 'http://localhost/latchkey', encryptionKeys: [generateEncryptionKey()], integrations: [] });
    await connect.ready;
    await connect.listOperations();
    await connect.close();`;
  writeFileSync(join(host, 'open-database.js'), code);
  require('the packed server opens a database and reads its log', runCommand(['node', 'open-database.js'], { cwd: host }));
}

/** Asks that the README's table of weights is true, give or take what a change of a few lines makes. */
function compareWithReadme(weights: readonly Weight[]): string[] {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  return weights.flatMap(({ name, bytes, limitBytes }) => {
    const [, written = '', limit = ''] = new RegExp(`^\\| ${name} \\| ([\\d.]+) kB \\| (?:([\\d.]+) kB)? *\\|$`, 'm').exec(readme) ?? [];
    if (written === '') return [`The README has no row "| ${name} | ${kilobytes(bytes)} kB | … |".`];
    if (Math.abs(Number(written) * 1000 - bytes) > 300)
      return [`The README says "${name}: ${written} kB", and it is ${kilobytes(bytes)} kB.`];
    return Number(limit) * 1000 === (limitBytes ?? 0) ? [] : [`The README's limit of "${name}" is not the one that is checked.`];
  });
}
