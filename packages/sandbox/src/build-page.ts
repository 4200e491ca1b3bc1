import type { PlatformError } from './error-bodies.ts';
import { VALIDATION_FAILED } from './error-bodies.ts';
import { readFilter } from './read-filter.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/**
 * Builds one page of a collection, as HAL.
 *
 * The query may hold `limit` (1 to 1000; more is clamped) `cursor`, which only a `next` or `prev` link gives, and
 * `filter`, one comparison.
 *
 * @param url The address that was asked for.
 * @param collection Its name, and whether a page tells how many items there are in all.
 */
export function buildPage(
  url: URL,
  collection: { readonly name: string; readonly counts: boolean },
  all: readonly unknown[],
): { readonly body: unknown } | { readonly error: PlatformError } {
  const limit = readLimit(url.searchParams.get('limit'));
  if (limit === undefined) return { error: refuseParameter('limit', 'must be a whole number from 1') };
  const filter = url.searchParams.get('filter');
  const matches = filter === null ? () => true : readFilter(filter);
  if (!matches) return { error: refuseParameter('filter', 'is not one comparison such as username eq "ada.lovelace"', 'INVALID_FILTER') };
  const items = all.filter(matches);
  const start = readCursor(url.searchParams.get('cursor'), items.length);
  if (start === undefined) return { error: refuseParameter('cursor', 'is not a cursor of this collection') };
  const page = items.slice(start, start + limit);
  const linkTo = (from: number): { href: string } => {
    const link = new URL(url);
    link.searchParams.set('limit', String(limit));
    link.searchParams.set('cursor', writeCursor(from));
    return { href: link.href };
  };
  return {
    body: {
      _links: {
        self: { href: url.href },
        ...(start + limit < items.length && { next: linkTo(start + limit) }),
        ...(start > 0 && { prev: linkTo(Math.max(0, start - limit)) }),
      },
      _embedded: { [collection.name]: page },
      ...(collection.counts && { count: items.length }),
      size: page.length,
    },
  };
}

function readLimit(text: string | null): number | undefined {
  if (text === null) return DEFAULT_LIMIT;
  return /^[1-9]\d*$/.test(text) ? Math.min(Number(text), MAX_LIMIT) : undefined;
}

function writeCursor(start: number): string {
  return Buffer.from(JSON.stringify({ start })).toString('base64url');
}

function readCursor(text: string | null, length: number): number | undefined {
  if (text === null) return 0;
  const start = /^\{"start":(\d+)\}$/.exec(Buffer.from(text, 'base64url').toString())?.[1];
  return start !== undefined && Number(start) <= length ? Number(start) : undefined;
}

function refuseParameter(target: string, what: string, code = 'INVALID_PARAMETER'): PlatformError {
  return {
    status: 400,
    code: 'INVALID_DATA',
    message: VALIDATION_FAILED,
    details: [{ code, target, message: `${target} ${what}` }],
  };
}
