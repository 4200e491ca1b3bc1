import type { ProviderInput } from '@latchkey/providers';
import type { Credential } from '../core/connection.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import type { OAuthClient } from '../core/integration.ts';
import { ConnectError } from '../errors.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { getReconnected } from './get-reconnected.ts';
import { openCredential } from './sealed-values.ts';
import { openSessionClient } from './sealed-secrets.ts';

/** The OAuth client that somebody signs in through. */
export interface ChosenClient {
  readonly client: OAuthClient;
  /** Whether the connection keeps it, because it is not the integration's. */
  readonly isOwn: boolean;
}

/**
 * Chooses the OAuth client of a sign-in: the one that was typed, or that the host gave the session, or that the connection to reconnect has, or the
 * integration's.
 *
 * @returns `undefined` when there is none.
 */
export async function chooseClient(
  deps: Deps,
  integration: KnownIntegration,
  session: ConnectSession,
  typed: ProviderInput = {},
): Promise<ChosenClient | undefined> {
  const own = readClient(typed) ?? (await findSessionClient(deps, session, integration.integrationId)) ?? (await findStored(deps, session));
  if (own !== undefined) return { client: own, isOwn: true };
  return integration.client && { client: integration.client, isOwn: false };
}

/** Reads the client that a connection brought; `undefined` when it uses its integration's. */
export function readClient({ client_id: clientId, client_secret: clientSecret }: Credential['values']): OAuthClient | undefined {
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}

async function findSessionClient({ vault }: Deps, { sessionId, defaults }: ConnectSession, integrationId: string) {
  const sealed = defaults?.[integrationId]?.sealedClient;
  return sealed === undefined ? undefined : openSessionClient(vault, sessionId, sealed);
}

/** A credential that no longer opens, because its key was lost, brings nothing: reconnecting is what repairs it. */
async function findStored(deps: Deps, { reconnects }: ConnectSession): Promise<OAuthClient | undefined> {
  if (reconnects === undefined) return undefined;
  const { connectionId, sealedCredential } = await getReconnected(deps, reconnects);
  try {
    return readClient((await openCredential(deps.vault, connectionId, sealedCredential)).values);
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return undefined;
  }
}
