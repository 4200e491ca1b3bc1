import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

it('The readme and the error’s own doc name every code of the client, and no other', () => {
  const sources = readdirSync(new URL('../src', import.meta.url)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const thrown = sources.flatMap((name) => [...read(`src/${name}`).matchAll(/new LatchkeyError\('(\w+)'/g)].map(([, code]) => code));
  const listed = [...read('README.md').matchAll(/^\| `(\w+_\w+|timeout|unreachable)` \|/gm)].map(([, code]) => code);
  expect(listed).not.toEqual([]);
  expect(new Set(listed)).toEqual(new Set(thrown));
  for (const code of new Set(thrown)) expect(read('src/errors.ts')).toContain(`\`${code}\``);
});
