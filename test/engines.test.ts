import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Manifest {
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
}

const packages = new URL('../packages/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, packages), 'utf8');
const readManifest = (folder: string): Manifest => JSON.parse(read(`${folder}/package.json`));

/** The oldest Node.js, as one number. */
function readOldest({ engines }: Manifest): number {
  const [, major = '0', minor = '0'] = /^>=\s*(\d+)(?:\.(\d+))?/.exec(engines?.node ?? '>=0') ?? ['', 'Infinity'];
  return Number(major) * 1000 + Number(minor);
}

const published = readdirSync(packages).filter((folder) => readManifest(folder).private !== true);

it.each(published)('%s asks for no older Node.js than what it depends on does', (folder) => {
  const manifest = readManifest(folder);
  const oldest = readOldest(manifest);
  const newer = Object.keys(manifest.dependencies ?? {}).filter(
    (name) => readOldest(readManifest(`${folder}/node_modules/${name}`)) > oldest,
  );
  expect(newer).toEqual([]);
});

it('the server is built for the Node.js that it asks for, and its docs name it', () => {
  const { engines } = readManifest('server');
  const version = engines?.node?.slice('>='.length);
  expect(read('../scripts/bundle-server.ts')).toContain(`'node${version}'`);
  expect(read('../docs/operating.md')).toContain(`Node.js ${version} or newer`);
});
