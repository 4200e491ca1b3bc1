import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notice } from '../packages/protocol/src/connection.ts';
import { errorCodes } from '../packages/protocol/src/index.ts';
import { listProviders, problemTexts } from '../packages/providers/src/index.ts';

const text = readFileSync(new URL('../docs/first-try.md', import.meta.url), 'utf8');

/** The rows of the tables: the id, and the codes in the last column. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const cells = line.split('|').slice(1, -1);
    return {
      cells,
      id: cells[0]?.trim().replaceAll('`', '') ?? '',
      codes: [...(cells[3] ?? '').matchAll(/`(\w+)`/g)].map(([, code = '']) => code),
    };
  });

const providers = listProviders();
const failures = new Set(providers.flatMap((provider) => provider.failures.map(({ code }) => code)));
const problems = new Set(Object.keys(problemTexts));
/** What the form says without refusing anything. */
const warnings = new Set(
  providers.flatMap(({ form }) => form.fields.flatMap(({ problems: { short, spaced } }) => [short ?? [], spaced ?? []].flat())),
);
const notices = notice.shape.code.options;

describe('docs/first-try.md', () => {
  it('gives every row an id of its own and four cells', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { id, cells } of rows) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(cells).toHaveLength(4);
    }
  });

  it('names only codes that exist', () => {
    const known = new Set<string>([...failures, ...problems, ...notices, ...errorCodes]);
    expect(rows.flatMap(({ codes }) => codes).filter((code) => !known.has(code))).toEqual([]);
  });

  it('has a row for every failure and every problem of a field', () => {
    const named = new Set(rows.flatMap(({ codes }) => codes));
    expect([...failures, ...problems].filter((code) => !named.has(code) && !warnings.has(code))).toEqual([]);
  });
});

describe('the journeys of the first-try list', () => {
  const journeys = ['put-right', 'named-before', 'named-after', 'signing-in']
    .map((name) => readFileSync(new URL(`../e2e/journeys/first-try/${name}.ts`, import.meta.url), 'utf8'))
    .join('\n');
  const walked = [
    ...journeys.matchAll(
      /(?:\bid: |pasted\(\s*|played\(\s*|wrongValue\(\s*|sentByApi\(\s*|askedAhead\(\s*|namedOnReturn\(\s*|ownClient\(\s*)'([a-z-]+)'/g,
    ),
  ].map(([, id]) => id);

  it('walk every row of the document, and no other', () => {
    expect(new Set(walked)).toEqual(new Set(rows.map(({ id }) => id)));
    expect(walked).toHaveLength(rows.length);
  });
});
