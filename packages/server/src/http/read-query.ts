/** A query as an object: repeated names are lists, `name[key]=value` is an object. */
export type Query = Readonly<Record<string, unknown>>;

/**
 * Reads the query of a request target.
 *
 * The router may live in any Express app, so it does not rely on that app's own query parser.
 *
 * @param target The request target, for example `/connections?limit=10`.
 */
export function readQuery(target: string): Query {
  const start = target.indexOf('?');
  const query = new Map<string, unknown>();
  const groups = new Map<string, Map<string, string>>();
  for (const [name, value] of new URLSearchParams(start === -1 ? '' : target.slice(start + 1))) {
    const [, group, key] = /^(\w+)\[([^\]]+)\]$/.exec(name) ?? [];
    if (group !== undefined && key !== undefined) {
      groups.set(group, (groups.get(group) ?? new Map<string, string>()).set(key, value));
    } else {
      const before = query.get(name);
      query.set(name, before === undefined ? value : [before, value].flat());
    }
  }
  // A map becomes an object at the end only, so that no name can reach a prototype.
  return Object.fromEntries([...query, ...[...groups].map(([group, entries]) => [group, Object.fromEntries(entries)] as const)]);
}

/** Turns what a URL can only hold as text into what the operation takes. What is no number or list stays as it is, to be refused. */
export function readConnectionsQuery(query: Query): Query {
  const { integrationId, limit, page } = query;
  return {
    ...query,
    ...(typeof integrationId === 'string' && { integrationId: integrationId.split(',') }),
    ...(isDigits(limit) && { limit: Number(limit) }),
    ...(isDigits(page) && { page: Number(page) }),
  };
}

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,9}$/.test(value);
}

/** Turns `include=a&include=b`, and `include=a,b`, into a list. */
export function readIntegrationQuery(query: Query): Query {
  const { include } = query;
  if (typeof include === 'string') return { ...query, include: include.split(',') };
  return query;
}

/** Turns lists that are joined by commas, and the limit, into what the request log takes. */
export function readOperationsQuery(query: Query): Query {
  const { status, type, limit } = query;
  return {
    ...query,
    ...(typeof status === 'string' && { status: status.split(',') }),
    ...(typeof type === 'string' && { type: type.split(',') }),
    ...(isDigits(limit) && { limit: Number(limit) }),
  };
}

/** Turns the limit into a number. */
export function readDeliveriesQuery(query: Query): Query {
  return { ...query, ...(isDigits(query['limit']) && { limit: Number(query['limit']) }) };
}
