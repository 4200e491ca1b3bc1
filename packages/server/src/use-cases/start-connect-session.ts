import type { EndUser, Organization } from '../core/connect-session.ts';
import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';
import { issueConnectSession, type GivenDefaults, type StartedConnectSession } from './issue-connect-session.ts';

/** Who may connect what. `endUser` or `tags` must be given. */
export interface ConnectSessionOrder {
  /** The person who connects, by the host application's own id. */
  readonly endUser?: EndUser;
  readonly organization?: Organization;
  /** Up to ten; connections carry them, and can be found by them. Keys are kept in lower case. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Ids of the integrations that may be connected. @default all */
  readonly allowedIntegrations?: readonly string[];
  /** What the host knows already, by integration id. */
  readonly defaults?: GivenDefaults;
}

/**
 * Starts a connect session.
 *
 * @throws {ConnectError} `invalid_body` when an integration that is named does not exist; `store_unavailable`; `store_full`
 */
export async function startConnectSession(deps: Deps, order: ConnectSessionOrder): Promise<StartedConnectSession> {
  const { endUser, organization, tags, allowedIntegrations, defaults } = order;
  const named = [
    ...(allowedIntegrations ?? []).map((integrationId, index) => ({ integrationId, path: ['allowed_integrations', index] })),
    ...Object.keys(defaults ?? {}).map((integrationId) => ({ integrationId, path: ['integrations_config_defaults', integrationId] })),
  ];
  const found = await Promise.all(named.map(({ integrationId }) => deps.integrations.find(integrationId)));
  const errors = named
    .filter((_named, index) => found[index] === undefined)
    .map(({ path }) => ({ code: 'unknown_integration', message: 'There is no integration with this id.', path }));
  if (errors.length > 0) throw connectError('invalid_body', { errors });
  return issueConnectSession(deps, {
    endUser,
    organization,
    tags,
    allowedIntegrations,
    reconnects: undefined,
    defaults,
    shareLink: undefined,
  });
}
