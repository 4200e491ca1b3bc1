import type { ConnectionStatus } from '@latchkey/protocol';
import type { ConnectionKey } from '../core/connect-session.ts';
import { lowerTags } from '../core/lower-tags.ts';
import type { StoredConnection } from '../store/store.ts';
import { changeConnection } from './change-connection.ts';
import type { Deps } from './deps.ts';
import type { ConnectSessionOrder } from './start-connect-session.ts';

/** Whose a connection is and what it is tagged with. What is given takes the place of what is there, whole; what is left out stays. */
export type ConnectionAttribution = Omit<ConnectSessionOrder, 'allowedIntegrations' | 'defaults'>;

/** What a host may change of a connection. */
export interface ConnectionUpdate extends ConnectionAttribution {
  /** `disabled`: nothing is handed out any more. `active`: as it was before. What is left out stays. */
  readonly status?: 'active' | 'disabled';
}

/**
 * Changes whose a connection is, what it is tagged with, and whether it may be used.
 *
 * @throws {ConnectError} `unknown_provider_config`; `unknown_connection`; `store_unavailable`; `store_full`
 */
export function updateConnection(deps: Deps, key: ConnectionKey, { status, ...attribution }: ConnectionUpdate): Promise<StoredConnection> {
  return changeConnection(deps, key, (current) => ({
    ...buildAttribution(attribution),
    ...(status === 'disabled' && { status }),
    ...(status === 'active' && current.status === 'disabled' && { status: readFormerStatus(current) }),
  }));
}

/** Reads from what the provider said last how a connection stood before it was disabled, or would stand now. */
function readFormerStatus({ error }: StoredConnection): ConnectionStatus {
  const isRefusedForGood = error !== undefined && error.retryAt === undefined;
  return isRefusedForGood ? 'needs_reconnect' : 'active';
}

/** Builds what a change of attribution stores. */
export function buildAttribution({ endUser, organization, tags }: ConnectionAttribution): ConnectionAttribution {
  return {
    ...(endUser !== undefined && { endUser }),
    ...(organization !== undefined && { organization }),
    ...(tags !== undefined && { tags: lowerTags(tags) }),
  };
}
