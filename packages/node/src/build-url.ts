import { LatchkeyError } from './errors.ts';

/** Values of a query. `undefined` is left out; a list repeats the name. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;

type QueryValue = string | number | boolean;

/**
 * Builds the URL of a call.
 *
 * @param base Begins every URL that may come of it; without a slash at its end.
 * @param path Begins with a slash; may hold a query, to which `query` is added.
 * @throws {LatchkeyError} `invalid_argument` when the path would lead anywhere but below the base.
 */
export function buildUrl(base: string, path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, String(one)]),
  );
  // Form encoding writes a space as "+", which not every reader of a query takes for one.
  const added = new URLSearchParams(pairs).toString().replaceAll('+', '%20');
  const target = added === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${added}`;
  const url = path.startsWith('/') && !/[\\#\s]/.test(path) ? URL.parse(`${base}${target}`) : null;
  // Security: a parser resolves "..", which would take the secret key and the call to another path.
  if (url?.href.startsWith(`${base}/`)) return url.href;
  throw new LatchkeyError('invalid_argument', 'The path cannot be called.', {
    remedy: 'Give a path that begins with "/", without "..", "\\", "#" or spaces; encode what stands in it.',
  });
}

/** Writes an id as one segment of a path. @throws {LatchkeyError} `invalid_argument` when no path can hold it. */
export function encodeSegment(id: string): string {
  if (id !== '' && id !== '.' && id !== '..') return encodeURIComponent(id);
  throw new LatchkeyError('invalid_argument', 'An id is empty, or one that no path can hold.', {
    remedy: 'Check where the id comes from.',
  });
}
