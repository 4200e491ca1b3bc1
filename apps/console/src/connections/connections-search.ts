const STATUSES = ['active', 'needs_reconnect', 'disabled'] as const;

/** What the address of the list says: which connections it shows. */
export interface ConnectionsSearch {
  readonly integration?: string;
  readonly status?: (typeof STATUSES)[number];
  readonly search?: string;
}

/** Reads it; whatever else an address says is left out. */
export function readConnectionsSearch({ integration, status, search }: Readonly<Record<string, unknown>>): ConnectionsSearch {
  const known = STATUSES.find((candidate) => candidate === status);
  return {
    ...(typeof integration === 'string' && integration !== '' && { integration }),
    ...(known !== undefined && { status: known }),
    ...(typeof search === 'string' && search !== '' && { search }),
  };
}
