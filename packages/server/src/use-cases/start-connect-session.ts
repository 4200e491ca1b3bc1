import type { EndUser, Organization } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { issueConnectSession, type StartedConnectSession } from './issue-connect-session.ts';

/** Who may connect what. `endUser` or `tags` must be given. */
export interface ConnectSessionOrder {
  /** The person who connects, by the host application's own id. */
  readonly endUser?: EndUser;
  readonly organization?: Organization;
  /** Up to ten; connections carry them, and can be found by them. Keys are kept in lower case. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Ids of the integrations that may be connected. @default all */
  readonly allowedIntegrations?: readonly string[];
}

/**
 * Starts a connect session.
 *
 * @throws {ConnectError} `invalid_body` when an allowed integration does not exist; `store_unavailable`; `store_full`
 */
export async function startConnectSession(deps: Deps, order: ConnectSessionOrder): Promise<StartedConnectSession> {
  const { endUser, organization, tags, allowedIntegrations } = order;
  const known = new Set((await deps.integrations.list()).map(({ integrationId }) => integrationId));
  const errors = (allowedIntegrations ?? []).flatMap((integrationId, index) =>
    known.has(integrationId)
      ? []
      : [{ code: 'unknown_integration', message: 'There is no integration with this id.', path: ['allowed_integrations', index] }],
  );
  if (errors.length > 0) throw connectError('invalid_body', { errors });
  return issueConnectSession(deps, { endUser, organization, tags, allowedIntegrations, reconnects: undefined });
}
