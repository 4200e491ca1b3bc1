/** How the holder of a connect session signs in, in the words of the wire. */

import type { AuthorizationCreated, AuthorizationView, CreateAuthorizationBody } from '@latchkey/protocol';
import type { ConnectSession } from '../core/connect-session.ts';
import type { Deps } from '../use-cases/deps.ts';
import { buildRedirectUri, startAuthorization } from '../use-cases/start-authorization.ts';
import { viewAuthorization } from '../use-cases/view-authorization.ts';
import { formatConnected } from './format-connection.ts';
import { formatError } from './format-error.ts';

/** Begins to sign the end user in. @param origin The origin of the page that asks. */
export async function createAuthorization(
  deps: Deps,
  session: ConnectSession,
  body: CreateAuthorizationBody,
  origin: string | undefined,
): Promise<AuthorizationCreated> {
  const { authorization, startUrl } = await startAuthorization(deps, {
    session,
    origin,
    integrationId: body.integration_id,
    connectionConfig: body.connection_config,
    credentials: body.credentials ?? {},
    returnUrl: body.return_url,
  });
  return {
    data: {
      authorization_id: authorization.authorizationId,
      start_url: startUrl,
      redirect_uri: buildRedirectUri(deps),
      expires_at: authorization.expiresAt.toISOString(),
    },
  };
}

/** Shows what came of an attempt to sign in. */
export async function getAuthorization(deps: Deps, session: ConnectSession, authorizationId: string): Promise<AuthorizationView> {
  const { authorization, result } = await viewAuthorization(deps, session, authorizationId);
  const base = {
    authorization_id: authorization.authorizationId,
    integration_id: authorization.integrationId,
    redirect_uri: buildRedirectUri(deps),
    connection_config: { ...authorization.config },
  };
  if (result === 'pending') return { data: { ...base, status: 'pending' } };
  if ('error' in result) return { data: { ...base, status: 'failed', error: formatError(result.error, undefined).error } };
  return { data: { ...base, status: 'connected', connection: formatConnected(result.connected).data } };
}
