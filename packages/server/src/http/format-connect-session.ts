import type { ConnectSessionView, CreateConnectSessionBody } from '@latchkey/protocol';
import type { ConnectSessionState } from '../use-cases/get-connect-session.ts';
import type { ConnectSessionOrder } from '../use-cases/start-connect-session.ts';

/** Reads the checked body of `POST /connect/sessions`. */
export function parseSessionOrder(body: CreateConnectSessionBody): ConnectSessionOrder {
  const { end_user: endUser, organization, tags, allowed_integrations: allowedIntegrations } = body;
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
    ...(allowedIntegrations !== undefined && { allowedIntegrations }),
  };
}

/** Writes what the holder of a session sees. */
export function formatSessionView({ session, integrations, connections }: ConnectSessionState): ConnectSessionView {
  const { endUser, organization } = session;
  return {
    data: {
      expires_at: session.expiresAt.toISOString(),
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
      integrations: integrations.map(({ integrationId, provider, displayName }) => ({
        integration_id: integrationId,
        provider,
        display_name: displayName,
      })),
      connections: connections.map(({ connectionId, integrationId }) => ({ connection_id: connectionId, integration_id: integrationId })),
    },
  };
}
