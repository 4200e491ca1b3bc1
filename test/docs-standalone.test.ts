import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settings, type Setting } from '../apps/standalone/src/settings.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const KINDS = { text: 'text', list: 'list', integer: 'whole number', port: 'whole number', url: 'URL', json: 'JSON' };

function formatRow({ variable, name, kind, secret, about }: Setting): string {
  return `| \`${variable}\`${secret ? ' 🔑' : ''} | \`${name}\` | ${KINDS[kind]} | ${about} |`;
}

it('docs/standalone.md lists every setting, in the order and the words of the process, and no other', () => {
  const rows = read('docs/standalone.md')
    .split('\n')
    .filter((line) => line.startsWith('| `LATCHKEY_'));
  expect(rows).toEqual(settings.map(formatRow));
});

it.each(['deploy/Dockerfile', 'deploy/docker-compose.yml', 'deploy/latchkey.service'])(
  '%s sets no variable that the process does not know',
  (path) => {
    const known = new Set(settings.flatMap(({ variable }) => [variable, `${variable}_FILE`]));
    const used = read(path).match(/\bLATCHKEY_[A-Z_]+/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((variable) => !known.has(variable))).toEqual([]);
  },
);
