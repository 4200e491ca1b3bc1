import type { ConnectionKey } from '../core/connect-session.ts';
import { lowerTags } from '../core/lower-tags.ts';
import type { StoredConnection } from '../store/store.ts';
import { changeConnection } from './change-connection.ts';
import type { Deps } from './deps.ts';
import type { ConnectSessionOrder } from './start-connect-session.ts';

/** Whose a connection is and what it is tagged with. What is given takes the place of what is there, whole; what is left out stays. */
export type ConnectionAttribution = Omit<ConnectSessionOrder, 'allowedIntegrations' | 'defaults'>;

/**
 * Changes whose a connection is and what it is tagged with.
 *
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `store_unavailable`; `store_full`
 */
export function updateConnection(deps: Deps, key: ConnectionKey, attribution: ConnectionAttribution): Promise<StoredConnection> {
  return changeConnection(deps, key, () => buildAttribution(attribution));
}

/** Builds what a change of attribution stores. */
export function buildAttribution({ endUser, organization, tags }: ConnectionAttribution): ConnectionAttribution {
  return {
    ...(endUser !== undefined && { endUser }),
    ...(organization !== undefined && { organization }),
    ...(tags !== undefined && { tags: lowerTags(tags) }),
  };
}
