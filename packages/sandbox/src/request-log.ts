import type { AuthMethod } from './environments.ts';
import type { Step } from './scenario.ts';

/** One request that the sandbox was sent: no secret, no token, no query. */
export interface LoggedRequest {
  /** ISO 8601, by the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** `undefined` when the path is none that PingOne has. */
  readonly step?: Step;
  readonly environmentId?: string;
  readonly clientId?: string;
  readonly authMethod?: AuthMethod;
  readonly correlationId: string;
  /** IDs of the scenarios that acted on it. */
  readonly scenarios: readonly string[];
  /** `undefined` while there is no answer, and for ever when the connection was cut. */
  status?: number;
}

/** How many requests are kept. */
const CAPACITY = 1000;

/** Makes a list of the latest requests, oldest first. */
export function createRequestLog(): { readonly entries: LoggedRequest[]; readonly add: (entry: LoggedRequest) => void } {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    add: (entry) => {
      entries.push(entry);
      if (entries.length > CAPACITY) entries.shift();
    },
  };
}
