/** Tells whether an item passes a filter. */
export type Filter = (item: unknown) => boolean;

const COMPARE: Readonly<Record<string, (actual: string, wanted: string) => boolean>> = {
  eq: (actual, wanted) => actual === wanted,
  sw: (actual, wanted) => actual.startsWith(wanted),
  ew: (actual, wanted) => actual.endsWith(wanted),
  co: (actual, wanted) => actual.includes(wanted),
};

/**
 * Reads a filter of one comparison, such as `username eq "ada.lovelace"` or `population.id eq "…"`.
 *
 * @returns `undefined` when the text is none: the sandbox knows neither `and` nor `or`.
 * @see [RFC 7644 §3.4.2.2](https://www.rfc-editor.org/rfc/rfc7644.html#section-3.4.2.2)
 */
export function readFilter(text: string): Filter | undefined {
  const [, path = '', operator = '', wanted = ''] = /^\s*([\w.]+)\s+(\w+)\s+"([^"]*)"\s*$/.exec(text) ?? [];
  const compare = Object.hasOwn(COMPARE, operator) ? COMPARE[operator] : undefined;
  if (!compare) return undefined;
  return (item) => {
    const actual = path.split('.').reduce(readMember, item);
    return typeof actual === 'string' && compare(actual, wanted);
  };
}

function readMember(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
