import { connectSessionCreated, type ConnectSessionCreated } from '@latchkey/protocol';
import { buildAttribution, type Attribution } from './attribution.ts';
import type { ConnectionKey } from './connection.ts';
import { buildJson, readAs, type CallOptions, type Exchange } from './exchange.ts';

/** Who may connect what. `endUser` or `tags` must be given. */
export interface ConnectSessionOrder extends Attribution {
  /** Ids of the integrations that may be connected. @default all */
  readonly allowedIntegrations?: readonly string[] | undefined;
}

/** Which connection may be reconnected. What is given takes the place of what the connection carries; what is left out stays. */
export interface ReconnectSessionOrder extends ConnectionKey, Attribution {}

/** A new session. The token is told this once. */
export interface ConnectSession {
  /** For the end user's page, to give to `<Connect>`; it permits nothing but connecting. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Connect sessions. */
export interface ConnectSessions {
  /** Starts a session in which an end user makes connections. @throws {LatchkeyError} `invalid_body` */
  readonly create: (order: ConnectSessionOrder, options?: CallOptions) => Promise<ConnectSession>;
  /**
   * Starts a session that may give one connection a new credential, and nothing else.
   *
   * @throws {LatchkeyError} `invalid_body`; `unknown_integration`; `unknown_connection`; `connection_disabled`; `organization_mismatch`
   */
  readonly createReconnect: (order: ReconnectSessionOrder, options?: CallOptions) => Promise<ConnectSession>;
}

/** Creates the methods about connect sessions. */
export function createConnectSessions(exchange: Exchange): ConnectSessions {
  const start = async (path: string, body: unknown, options: CallOptions | undefined): Promise<ConnectSession> =>
    readSession(await exchange({ ...options, method: 'POST', path, ...buildJson(body) }, readAs(connectSessionCreated)));

  return {
    create: ({ allowedIntegrations, ...attribution }, options) =>
      start('/connect/sessions', { ...buildAttribution(attribution), allowed_integrations: allowedIntegrations }, options),
    createReconnect: ({ integrationId, connectionId, ...attribution }, options) =>
      start(
        '/connect/sessions/reconnect',
        { ...buildAttribution(attribution), integration_id: integrationId, connection_id: connectionId },
        options,
      ),
  };
}

function readSession({ data: { token, expires_at } }: ConnectSessionCreated): ConnectSession {
  return { token, expiresAt: new Date(expires_at) };
}
