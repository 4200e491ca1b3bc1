import {
  auditQuery,
  overviewQuery,
  type AuditBody,
  type AuditQuery,
  type OverviewBody,
  type OverviewQuery,
  type SettingsBody,
} from '@latchkey/protocol';
import type { Entrance } from './entrance.ts';
import { getOverview, getSettings, listAudit } from './http/overview-operations.ts';
import { readQueryValues } from './http/read-input.ts';
import type { Deps } from './use-cases/deps.ts';

/** What a process may ask about the whole, in the words of the HTTP API. */
export interface OverviewFunctions {
  /** Counts connections, and tells how requests to providers went: in the last day, when no other time is named. @throws {ConnectError} `invalid_query_params` */
  readonly getOverview: (query?: OverviewQuery) => Promise<OverviewBody>;
  /** Lists who did what, the latest first. @throws {ConnectError} `invalid_query_params` */
  readonly listAudit: (query?: AuditQuery) => Promise<AuditBody>;
  /** Tells how the server is set up. Nothing of it is secret. */
  readonly getSettings: () => Promise<SettingsBody>;
}

/** Creates them. */
export function createOverviewFunctions(deps: Deps, { enter }: Entrance): OverviewFunctions {
  return {
    getOverview: (query = {}) => enter(async () => getOverview(deps, readQueryValues(overviewQuery, query))),
    listAudit: (query = {}) => enter(async () => listAudit(deps, readQueryValues(auditQuery, query))),
    getSettings: () => enter(async () => getSettings(deps)),
  };
}
