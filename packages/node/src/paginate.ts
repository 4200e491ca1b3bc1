import { LatchkeyError } from './errors.ts';
import type { PaginateOptions, Proxy } from './proxy.ts';

/**
 * Yields the items of a collection in [HAL](https://datatracker.ietf.org/doc/html/draft-kelly-json-hal), page after page, by its `next` links.
 *
 * @param get Gets a page from the provider's API.
 */
export async function* paginate<Item>(
  get: Proxy['get'],
  path: string,
  { collection, ...options }: PaginateOptions,
): AsyncGenerator<Item, void, undefined> {
  let wanted: { path: string; query: PaginateOptions['query'] } | undefined = { path, query: options.query };
  while (wanted !== undefined) {
    const page: unknown = await get(wanted.path, { ...options, query: wanted.query });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller names what the provider's items are; nobody here knows.
    yield* readItems(page, collection) as readonly Item[];
    const next = readNext(page, wanted.path);
    wanted = next === undefined ? undefined : { path: next, query: undefined };
  }
}

function readItems(page: unknown, collection: string | undefined): readonly unknown[] {
  const embedded = readMember(page, '_embedded');
  const lists = Object.entries(embedded ?? {}).filter(([name, value]) => Array.isArray(value) && (collection ?? name) === name);
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only[1];
  // A collection of nothing may come without the list.
  if (lists.length === 0 && readMember(page, '_links') !== undefined) return [];
  const found = lists.length === 0 ? 'no list of items' : `the lists ${lists.map(([name]) => `"${name}"`).join(', ')}`;
  throw new LatchkeyError('invalid_answer', `The page holds ${found}.`, {
    remedy: 'Name the one that you want as "collection", or call "get" when this is no collection.',
  });
}

/**
 * Reads the link to the next page as a path of the proxy.
 *
 * What the provider's own URLs have before the path that was asked for is found by the page's link to itself, and cut off.
 */
function readNext(page: unknown, asked: string): string | undefined {
  const next = readLink(page, 'next');
  if (next === undefined) return undefined;
  const self = readLink(page, 'self');
  const base = self?.pathname.endsWith(pathOf(asked)) ? self.pathname.slice(0, -pathOf(asked).length) : '';
  const leadsOn = (self === undefined || self.origin === next.origin) && next.pathname.startsWith(`${base}/`) && next.href !== self?.href;
  if (leadsOn) return next.pathname.slice(base.length) + next.search;
  throw new LatchkeyError('invalid_answer', "The page's link to the next one leads elsewhere, or to the page itself.", {
    remedy: 'Follow the pages with "get", and look at their "_links".',
  });
}

function readLink(page: unknown, name: string): URL | undefined {
  const href = readMember(readMember(readMember(page, '_links'), name), 'href');
  return typeof href === 'string' ? (URL.parse(href) ?? undefined) : undefined;
}

function readMember(value: unknown, name: string): object | undefined | string {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === 'string' || (typeof member === 'object' && member !== null) ? member : undefined;
}

function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? '';
}
