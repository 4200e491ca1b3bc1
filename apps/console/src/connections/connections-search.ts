const STATUSES = ['active', 'needs_reconnect', 'disabled'] as const;
const SORTS = ['-created', 'created', '-updated', 'updated'] as const;

/** What the address of the list says: which connections it shows, and in which order. */
export interface ConnectionsSearch {
  readonly integration?: string;
  readonly status?: (typeof STATUSES)[number];
  readonly search?: string;
  /** With a minus for the latest first. @default '-created' */
  readonly sort?: (typeof SORTS)[number];
}

/** Reads it; whatever else an address says is left out. */
export function readConnectionsSearch({ integration, status, search, sort }: Readonly<Record<string, unknown>>): ConnectionsSearch {
  const knownStatus = STATUSES.find((candidate) => candidate === status);
  const knownSort = SORTS.find((candidate) => candidate === sort);
  return {
    ...(typeof integration === 'string' && integration !== '' && { integration }),
    ...(knownStatus !== undefined && { status: knownStatus }),
    ...(typeof search === 'string' && search !== '' && { search }),
    ...(knownSort !== undefined && knownSort !== '-created' && { sort: knownSort }),
  };
}
