import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proxyRow } from '../packages/server/src/http/openapi/build-proxy-operations.ts';
import { listRouteErrors } from '../packages/server/src/http/route-errors.ts';
import { routes } from '../packages/server/src/http/routes.ts';

const read = (name: string): string => readFileSync(new URL(`../docs/${name}.md`, import.meta.url), 'utf8');
const text = read('api');

const CALLERS = { anyone: 'For anyone', backend: 'For backends', browser: 'For pages', console: 'For the console' } as const;

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

const described = routes.map((route) => ({ name: `${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`, route }));

describe('docs/api.md', () => {
  it('has one section for every route and the proxy, and none for a route that does not exist', () => {
    expect([...sections.keys()].toSorted()).toEqual([...described.map(({ name }) => name), 'ALL /proxy/{path}'].toSorted());
    expect(text.match(/^### /gm)).toHaveLength(sections.size);
  });

  it.each(described)(
    'says of $name who may call it, what it takes and what it answers',
    ({ name, route: { caller, scope, body, status } }) => {
      const section = sections.get(name);
      expect(section?.part.slice(0, CALLERS[caller].length)).toBe(CALLERS[caller]);
      expect(/^Scope: `(.*)`\.$/m.exec(section?.body ?? '')?.[1]).toBe(scope);
      expect(/^Body: /m.test(section?.body ?? '')).toBe(body !== undefined);
      expect(section?.body).toMatch(new RegExp(`Answers ${status}\\b`));
    },
  );

  it.each([...described, { name: 'ALL /proxy/{path}', route: proxyRow }])(
    'names for $name the errors that it may answer, and no others',
    ({ name, route }) => {
      const [, line = ''] = /^Errors: (.+(?:\n.+)*)/m.exec(sections.get(name)?.body ?? '') ?? [];
      const named = [...line.matchAll(/`(\w+)`/g)].map(([, code = '']) => code).filter((code) => code !== 'field');
      const possible = new Set(listRouteErrors(route).map(({ code }) => code));
      expect(named.filter((code) => !possible.has(code))).toEqual([]);
      const silent = line.startsWith('as ') ? [] : route.errors.filter((code) => !named.includes(code));
      expect(silent).toEqual([]);
    },
  );

  it('names no error that does not exist', () => {
    const known = new Set([...read('errors').matchAll(/^### `(\w+)`$/gm)].map(([, code]) => code));
    const named = [...text.matchAll(/^Errors: (.+(?:\n.+)*)/gm)].flatMap(([, line = '']) =>
      [...line.matchAll(/`(\w+)`/g)].map(([, code]) => code),
    );
    expect(named.filter((code) => code !== 'field' && !known.has(code))).toEqual([]);
    expect(named).toContain('unknown_connection');
  });
});
