import type { ConnectSessionView, CreateConnectSessionBody, CreateReconnectSessionBody } from '@latchkey/protocol';
import { connectError, type ConnectError } from '../errors.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import { takePart } from '../core/provider-input.ts';
import type { ConnectSessionState, ReconnectState } from '../use-cases/get-connect-session.ts';
import type { OfferedIntegration } from '../use-cases/offer-integration.ts';
import type { ConnectSessionOrder } from '../use-cases/start-connect-session.ts';
import type { ReconnectSessionOrder } from '../use-cases/start-reconnect-session.ts';

/** Reads the checked body of `POST /connect/sessions`. */
export function parseSessionOrder(body: CreateConnectSessionBody): ConnectSessionOrder {
  const { allowed_integrations: allowedIntegrations } = body;
  return { ...parseOwner(body), ...parseDefaults(body), ...(allowedIntegrations !== undefined && { allowedIntegrations }) };
}

/** Reads the checked body of `POST /connect/sessions/reconnect`. */
export function parseReconnectOrder(body: CreateReconnectSessionBody): ReconnectSessionOrder {
  return { ...parseOwner(body), ...parseDefaults(body), integrationId: body.integration_id, connectionId: body.connection_id };
}

/** Reads what the host knows already. @throws {ConnectError} `invalid_body` for half of an OAuth client */
function parseDefaults({ integrations_config_defaults: given }: CreateConnectSessionBody): Pick<ConnectSessionOrder, 'defaults'> {
  if (given === undefined) return {};
  const defaults = Object.entries(given).map(([integrationId, { user_scopes: userScopes, connection_config: config = {} }]) => {
    const {
      oauth_client_id_override: clientId,
      oauth_client_secret_override: clientSecret,
      oauth_scopes_override: scopes = userScopes,
      ...values
    } = config;
    if ((clientId === undefined) !== (clientSecret === undefined)) throw halfClient(integrationId);
    const parsed = {
      config: Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)),
      scopes: scopes?.split(/[ ,]+/).filter((scope) => scope !== ''),
      client: clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret },
    };
    return [integrationId, parsed] as const;
  });
  return { defaults: Object.fromEntries(defaults) };
}

function halfClient(integrationId: string): ConnectError {
  return connectError('invalid_body', {
    errors: [
      {
        code: 'custom',
        message: 'An OAuth client has an id and a secret: give both, or neither.',
        path: ['integrations_config_defaults', integrationId, 'connection_config'],
      },
    ],
  });
}

/** Reads whose something is and what it is tagged with. */
export function parseOwner({
  end_user: endUser,
  organization,
  tags,
}: Pick<CreateConnectSessionBody, 'end_user' | 'organization' | 'tags'>): Pick<ConnectSessionOrder, 'endUser' | 'organization' | 'tags'> {
  return {
    ...(endUser !== undefined && {
      endUser: {
        id: endUser.id,
        ...(endUser.email !== undefined && { email: endUser.email }),
        ...(endUser.display_name !== undefined && { displayName: endUser.display_name }),
        ...(endUser.tags !== undefined && { tags: endUser.tags }),
      },
    }),
    ...(organization !== undefined && {
      organization: {
        id: organization.id,
        ...(organization.display_name !== undefined && { displayName: organization.display_name }),
      },
    }),
    ...(tags !== undefined && { tags }),
  };
}

/** Writes whose something is. */
export function formatOwner({
  endUser,
  organization,
}: Pick<ConnectSession, 'endUser' | 'organization'>): Pick<ConnectSessionView['data'], 'end_user' | 'organization'> {
  return {
    end_user:
      endUser === undefined
        ? null
        : {
            id: endUser.id,
            ...(endUser.email !== undefined && { email: endUser.email }),
            ...(endUser.displayName !== undefined && { display_name: endUser.displayName }),
            ...(endUser.tags !== undefined && { tags: { ...endUser.tags } }),
          },
    organization:
      organization === undefined
        ? null
        : { id: organization.id, ...(organization.displayName !== undefined && { display_name: organization.displayName }) },
  };
}

/** Writes what the holder of a session sees. */
export function formatSessionView({ session, integrations, connections, reconnect }: ConnectSessionState): ConnectSessionView {
  return {
    data: {
      expires_at: session.expiresAt.toISOString(),
      ...formatOwner(session),
      integrations: integrations.map(formatOffered),
      connections: connections.map(({ connectionId, integrationId }) => ({ connection_id: connectionId, integration_id: integrationId })),
      ...(reconnect !== undefined && { reconnect: formatReconnect(reconnect) }),
    },
  };
}

function formatOffered({ integration, known, signIn }: OfferedIntegration): ConnectSessionView['data']['integrations'][number] {
  const config = takePart(integration.definition.form, known, 'connection_config');
  return {
    integration_id: integration.integrationId,
    provider: integration.provider,
    display_name: integration.displayName,
    ...(signIn !== undefined && { needs_client: signIn.needsClient, redirect_uri: signIn.redirectUri, scopes: [...signIn.scopes] }),
    ...(Object.keys(config).length > 0 && { connection_config: config }),
  };
}

function formatReconnect({ connection, form, prefill }: ReconnectState): ConnectSessionView['data']['reconnect'] {
  const clientId = prefill['client_id'];
  return {
    connection_id: connection.connectionId,
    integration_id: connection.integrationId,
    connection_config: takePart(form, prefill, 'connection_config'),
    ...(clientId !== undefined && { client_id: clientId }),
  };
}
