import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routes } from '../packages/server/src/http/routes.ts';

const read = (name: string): string => readFileSync(new URL(`../docs/${name}.md`, import.meta.url), 'utf8');
const text = read('api');

const CALLERS = { anyone: 'For anyone', backend: 'For backends', browser: 'For pages' } as const;

/** The sections by route, each with the title of the part that it stands in. */
const sections = new Map(
  text.split(/^## /m).flatMap((part) => {
    const [title = '', ...rest] = part.split(/^### /m);
    return rest.map((section): [string, { part: string; body: string }] => {
      const [, route = ''] = /^`(.*)`/.exec(section) ?? [];
      return [route, { part: title.split('\n')[0] ?? '', body: section }];
    });
  }),
);

const described = routes.map(({ method, path, caller }) => ({ name: `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`, method, caller }));

describe('docs/api.md', () => {
  it('has one section for every route and the proxy, and none for a route that does not exist', () => {
    expect([...sections.keys()].toSorted()).toEqual([...described.map(({ name }) => name), 'ALL /proxy/{path}'].toSorted());
    expect(text.match(/^### /gm)).toHaveLength(sections.size);
  });

  it.each(described)('says of $name who may call it and what it answers', ({ name, method, caller }) => {
    const { part = '', body = '' } = sections.get(name) ?? {};
    expect(part.startsWith(CALLERS[caller])).toBe(true);
    expect(body).toMatch(/Answers 20[014]\b/);
    const takesBody = (method === 'POST' && !name.endsWith('/check')) || method === 'PATCH';
    expect(/^Body: /m.test(body)).toBe(takesBody);
  });

  it('names no error that does not exist', () => {
    const known = new Set([...read('errors').matchAll(/^### `(\w+)`$/gm)].map(([, code]) => code));
    const named = [...text.matchAll(/^Errors: (.*)$/gm)].flatMap(([, line = '']) => [...line.matchAll(/`(\w+)`/g)].map(([, code]) => code));
    expect(named.filter((code) => code !== 'field' && !known.has(code))).toEqual([]);
    expect(named).toContain('unknown_connection');
  });
});
