import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createLatchkey } from '../packages/node/src/index.ts';
import { routes } from '../packages/server/src/http/routes.ts';
import { createConnect, generateEncryptionKey } from '../packages/server/src/index.ts';

/** The table that says what is the same over HTTP, by functions and by the client. */
const [, table = ''] =
  /^## The same from TypeScript$(.*?)^## /ms.exec(readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8')) ?? [];
const rows = [...table.matchAll(/^\| `(\w+) (\/\S*)` \| (.*) \| (.*) \|$/gm)].map(
  ([, method = '', path = '', functions = '', methods = '']) => ({
    route: `${method} ${path}`,
    method,
    path,
    functions: readNames(functions),
    methods: readNames(methods),
  }),
);

function readNames(cell: string): readonly string[] {
  return [...cell.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name);
}

const connect = createConnect({
  publicUrl: 'http://127.0.0.1/latchkey',
  encryptionKeys: [generateEncryptionKey()],
  integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
  database: ':memory:',
  logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
});
afterAll(() => connect.close());

/** What is no route for backends. */
const NO_ROUTE = ['router', 'ready', 'checkHealth', 'close'];

/** Routes that no function is for, each for the reason that the page gives. */
const WITHOUT_FUNCTION = ['ALL /proxy/{path}'];

let sent: string | undefined;
const latchkey = createLatchkey({
  apiUrl: 'https://app.example/latchkey',
  secretKey: 'latchkey_sk_x',
  retries: 0,
  fetch: (input, init) => {
    const { method, url } = new Request(input, init);
    sent = `${method} ${new URL(url).pathname.slice('/latchkey'.length)}`;
    return Promise.reject(new TypeError('Nothing is sent in this test.'));
  },
});

type Method = (...given: readonly unknown[]) => Promise<unknown> | AsyncGenerator;
const resources = Object.entries(latchkey) as [string, Readonly<Record<string, Method>>][];
const methods = new Map<string, Method>(
  resources.flatMap(([area, resource]) => Object.entries(resource).map(([name, method]) => [`${area}.${name}`, method] as const)),
);

/** Methods that are about one thing by its id. */
const BY_ID = new Set([
  'integrations.get',
  'integrations.getWithClient',
  'integrations.update',
  'integrations.delete',
  'providers.get',
  'keys.revoke',
  'logs.get',
  'shareLinks.revoke',
  ...[...methods.keys()].filter((name) => name.startsWith('webhooks.') && !['webhooks.list', 'webhooks.create'].includes(name)),
]);
/** Methods that name one connection in their path or headers. */
const BY_KEY = new Set([
  ...['get', 'getDetails', 'check', 'refresh', 'update', 'delete'].map((name) => `connections.${name}`),
  ...[...methods.keys()].filter((name) => name.startsWith('proxy.')),
]);

/** Calls a method so that something is sent, or refused because of the id. */
function call(name: string, id: string): Promise<unknown> {
  const key = { integrationId: 'pingone-cc', connectionId: id };
  const order = { ...key, connectionConfig: {}, credentials: { clientId: 'c', clientSecret: 's' }, name: 'n', scopes: [], url: 'u' };
  const method = methods.get(name)!;
  const result =
    name === 'proxy.request'
      ? method('GET', '/v1/x', key)
      : name.startsWith('proxy.')
        ? method('/v1/x', key)
        : method(BY_ID.has(name) ? id : order, {});
  return 'next' in result ? result.next() : result;
}

describe('What a secret key may do', () => {
  const backendRoutes = routes
    .filter(({ caller }) => caller === 'backend')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);

  it('stands in the table of docs/api.md, route by route', () => {
    expect(rows.map(({ route }) => route).toSorted()).toEqual([...backendRoutes, 'ALL /proxy/{path}'].toSorted());
  });

  it('is a function of createConnect too, and every function is one of these', () => {
    expect(rows.filter(({ functions }) => functions.length === 0).map(({ route }) => route)).toEqual(WITHOUT_FUNCTION);
    const named = rows.flatMap(({ functions }) => functions);
    expect([...named, ...NO_ROUTE].toSorted()).toEqual(Object.keys(connect).toSorted());
  });

  it.each(rows.flatMap(({ route, method, functions }) => (method === 'GET' ? [] : functions.map((name) => ({ name, route })))))(
    'by the function $name is written down as $route',
    async ({ name, route }) => {
      const id = 'an-id';
      const change: unknown = Reflect.get(connect, name);
      if (typeof change !== 'function') throw new TypeError(`There is no function "${name}".`);
      const given = route.includes('{connectionId}') ? { integrationId: 'pingone-cc', connectionId: id } : id;
      // What it is given is refused, mostly; that is written down as well.
      await Promise.resolve(change(route.includes('{') ? given : {}, {})).catch(() => undefined);
      const { data } = await connect.listAudit({ limit: 1 });
      expect(data).toMatchObject([{ action: route, actor: { kind: 'process' } }]);
      expect(data[0]?.target).toBe(route.includes('{') ? id : null);
    },
  );

  it('is a method of @latchkey/node too, and every method is one of these', () => {
    expect(rows.filter((row) => row.methods.length === 0)).toEqual([]);
    expect(rows.flatMap((row) => row.methods).toSorted()).toEqual([...methods.keys()].toSorted());
  });

  it.each(rows.flatMap(({ method, path, methods }) => methods.map((name) => ({ name, method, path }))))(
    'by $name is $method $path',
    async ({ name, method, path }) => {
      sent = undefined;
      await expect(call(name, 'an-id')).rejects.toMatchObject({ code: 'unreachable' });
      const verb = method === 'ALL' ? '[A-Z]+' : method;
      const target = path.replace('{path}', '.+').replaceAll(/\{\w+\}/g, '[^/]+');
      expect(sent).toMatch(new RegExp(`^${verb} ${target}$`));
    },
  );

  it.each([...BY_ID, ...BY_KEY])('with an id that cannot be sent is refused by the promise of %s, and never thrown', async (name) => {
    sent = undefined;
    const refusal = call(name, name.startsWith('proxy.') ? '李' : '..');
    await expect(refusal).rejects.toMatchObject({ name: 'LatchkeyError', code: 'invalid_argument' });
    expect(sent).toBeUndefined();
  });
});
