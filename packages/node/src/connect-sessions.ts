import { connectSessionCreated, type ConnectSessionCreated } from '@latchkey/protocol';
import { buildAttribution, type Attribution } from './attribution.ts';
import type { ConnectionKey } from './connection.ts';
import { buildJson, readAs, type CallOptions, type Exchange } from './exchange.ts';
import type { IntegrationClient } from './integrations.ts';

/** What you know already of what an end user is asked for. */
export interface IntegrationDefaults {
  /** What the form is filled in with, by field name, for example `environmentId`. */
  readonly connectionConfig?: Readonly<Record<string, string>> | undefined;
  /** An OAuth client in place of the integration's. Its secret is never told to the page. */
  readonly client?: IntegrationClient | undefined;
  /** Asked for in place of the integration's. */
  readonly scopes?: readonly string[] | undefined;
}

/** What you know already. */
interface WithDefaults {
  /** By the integration's id. */
  readonly integrationDefaults?: Readonly<Record<string, IntegrationDefaults>> | undefined;
}

/** Who may connect what. `endUser` or `tags` must be given. */
export interface ConnectSessionOrder extends Attribution, WithDefaults {
  /** Ids of the integrations that may be connected. @default all */
  readonly allowedIntegrations?: readonly string[] | undefined;
}

/** Which connection may be reconnected. What is given takes the place of what the connection carries; what is left out stays. */
export interface ReconnectSessionOrder extends ConnectionKey, Attribution, WithDefaults {}

/** A new session. The token is told this once. */
export interface ConnectSession {
  /** For the end user's page, to give to `<Connect>`; it permits nothing but connecting. */
  readonly token: string;
  readonly expiresAt: Date;
  /** Where the end user connects without a page of yours; the token is in its fragment. `undefined` when the server has no such page. */
  readonly connectLink: string | undefined;
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
    create: async ({ allowedIntegrations, ...order }, options) =>
      start('/connect/sessions', { ...buildOrder(order), allowed_integrations: allowedIntegrations }, options),
    createReconnect: async ({ integrationId, connectionId, ...order }, options) =>
      start('/connect/sessions/reconnect', { ...buildOrder(order), integration_id: integrationId, connection_id: connectionId }, options),
  };
}

function buildOrder({ integrationDefaults, ...attribution }: Attribution & WithDefaults) {
  const defaults = integrationDefaults && Object.entries(integrationDefaults).map(([id, known]) => [id, buildDefaults(known)] as const);
  return { ...buildAttribution(attribution), integrations_config_defaults: defaults && Object.fromEntries(defaults) };
}

function buildDefaults({ connectionConfig, client, scopes }: IntegrationDefaults) {
  return {
    user_scopes: scopes?.join(' '),
    connection_config: {
      ...connectionConfig,
      ...(client && { oauth_client_id_override: client.clientId, oauth_client_secret_override: client.clientSecret }),
    },
  };
}

function readSession({ data: { token, expires_at, connect_link } }: ConnectSessionCreated): ConnectSession {
  return { token, expiresAt: new Date(expires_at), connectLink: connect_link };
}
