import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

describe('The documents', () => {
  it('show code that is compiled with the rest', () => {
    expect(read('README.md')).toContain(`\`\`\`ts\n${read('examples/express/server.ts')}\`\`\``);
    expect(read('README.md')).toContain(`\`\`\`ts\n${read('examples/backend/list-environments.ts')}\`\`\``);
    expect(read('README.md')).toContain(`\`\`\`tsx\n${read('examples/express/page.tsx')}\`\`\``);
  });

  it.each(documents)('%s links only to what is there', (name) => {
    const targets = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(new URL(`../${target}`, import.meta.url)))).toEqual([]);
  });

  it('name every check of the test command', () => {
    const names = [...read('scripts/test.ts').matchAll(/\{ name: '([a-z]+)'/g)].map(([, name = '']) => name);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !read('CONTRIBUTING.md').includes(`| \`${name}\` |`))).toEqual([]);
  });
});
