/** What the holder of a connect session may do, in the words of the wire. */

import type { ConnectedBody, ConnectSessionView, CreateConnectionBody, RegionBody } from '@latchkey/protocol';
import type { ConnectSession } from '../core/connect-session.ts';
import type { OnProgress } from '../use-cases/check-client-credentials.ts';
import { connectWithClientCredentials } from '../use-cases/connect-with-client-credentials.ts';
import type { Deps } from '../use-cases/deps.ts';
import { findEnvironmentRegion } from '../use-cases/find-environment-region.ts';
import { viewConnectSession } from '../use-cases/get-connect-session.ts';
import { formatSessionView } from './format-connect-session.ts';
import { formatConnected } from './format-connection.ts';

/** Shows the session to its holder. */
export async function getConnectSessionView(deps: Deps, session: ConnectSession): Promise<ConnectSessionView> {
  return formatSessionView(await viewConnectSession(deps, session));
}

/** Finds the region of an environment. */
export async function getRegion(deps: Deps, session: ConnectSession, environmentId: string): Promise<RegionBody> {
  const region = await findEnvironmentRegion(deps, session, environmentId);
  return { data: region === undefined ? null : { region: region.code, tld: region.topLevelDomain } };
}

/** Connects what the end user submitted. */
export async function createConnection(
  deps: Deps,
  session: ConnectSession,
  body: CreateConnectionBody,
  onProgress: OnProgress,
): Promise<ConnectedBody> {
  const { integration_id: integrationId, connection_config: connectionConfig, credentials } = body;
  return formatConnected(await connectWithClientCredentials(deps, { session, integrationId, connectionConfig, credentials }, onProgress));
}
