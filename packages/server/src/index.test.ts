import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const functionFiles = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('-functions.ts'));

/** Names of the types that the functions of a file take and give. */
function readMentioned(file: string): readonly string[] {
  const interfaces = [...read(file).matchAll(/^export interface [^]*?(?:^}|\{\}$)/gm)].join('\n').replaceAll(/\/\*\*[^]*?\*\//g, '');
  return [...interfaces.matchAll(/\b[A-Z]\w+/g)].map(([name]) => name).filter((name) => name !== 'Promise');
}

describe('The package’s entry', () => {
  it.each(functionFiles)('exports every type that the functions of %s mention', (file) => {
    const mentioned = readMentioned(file);
    const exported = new Set(read('index.ts').match(/\w+/g));
    expect(mentioned).not.toEqual([]);
    expect(mentioned.filter((name) => !exported.has(name))).toEqual([]);
  });
});
