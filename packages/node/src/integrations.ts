import { integrationBody, integrationListBody, type IntegrationEntry } from '@latchkey/protocol';
import { encodeSegment } from './build-url.ts';
import { hide } from './credentials.ts';
import { buildJson, readAs, readNothing, type CallOptions, type Exchange } from './exchange.ts';
import { readMoment } from './read-moment.ts';

/** A provider configured under an id of your own: what your customers connect through. */
export interface Integration {
  readonly integrationId: string;
  /** The provider's id. */
  readonly provider: string;
  readonly displayName: string;
  /** `undefined` for one that the server's options name: no call changes it. */
  readonly createdAt: Date | undefined;
  readonly updatedAt: Date | undefined;
}

/** The OAuth client that end users sign in through. */
export interface IntegrationClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An integration with its OAuth client. */
export interface IntegrationWithClient extends Integration {
  /** `undefined` where each end user brings one. Its secret is not enumerable: it is read by its name, and neither printed nor copied along. */
  readonly client: IntegrationClient | undefined;
  /** Asked for when somebody signs in; empty for the provider's own, and where there is no client. */
  readonly scopes: readonly string[];
}

/** What a new integration is to be. */
export interface IntegrationOrder {
  /** Up to 64 letters, digits, `.`, `_` and `-`. */
  readonly integrationId: string;
  readonly provider: string;
  /** @default the provider's name */
  readonly displayName?: string | undefined;
  /** Only for providers where somebody signs in. @default each end user brings one */
  readonly client?: IntegrationClient | undefined;
  /** @default the provider's */
  readonly scopes?: readonly string[] | undefined;
}

/** What is to change; what is left out stays. */
export interface IntegrationChange {
  /** A new id, as long as nothing is connected through the integration. */
  readonly integrationId?: string | undefined;
  readonly displayName?: string | undefined;
  /** `null` takes it away, and the scopes with it. */
  readonly client?: IntegrationClient | null | undefined;
  readonly scopes?: readonly string[] | undefined;
}

/** @see {@link Integrations.delete} */
export interface DeleteIntegrationOptions extends CallOptions {
  /** Deletes what is connected through it too. @default false */
  readonly cascade?: boolean | undefined;
}

/** Integrations. */
export interface Integrations {
  /** Lists the integrations: those of the server's options in their order, then the others, oldest first. */
  readonly list: (options?: CallOptions) => Promise<readonly Integration[]>;
  /** Gets an integration by its id. @throws {LatchkeyError} `not_found` */
  readonly get: (integrationId: string, options?: CallOptions) => Promise<Integration>;
  /** Gets an integration with its OAuth client. @throws {LatchkeyError} `not_found`; `forbidden` */
  readonly getWithClient: (integrationId: string, options?: CallOptions) => Promise<IntegrationWithClient>;
  /** Makes an integration. @throws {LatchkeyError} `invalid_body`, also when the id is taken */
  readonly create: (order: IntegrationOrder, options?: CallOptions) => Promise<Integration>;
  /**
   * Changes an integration.
   *
   * @throws {LatchkeyError} `not_found`; `integration_is_fixed` when the server's options name it; `integration_has_connections` when it was to get
   *   another id; `invalid_body`
   */
  readonly update: (integrationId: string, change: IntegrationChange, options?: CallOptions) => Promise<Integration>;
  /** Deletes an integration. @throws {LatchkeyError} `not_found`; `integration_is_fixed`; `integration_has_connections` */
  readonly delete: (integrationId: string, options?: DeleteIntegrationOptions) => Promise<void>;
}

/** Creates the methods about integrations. */
export function createIntegrations(exchange: Exchange): Integrations {
  return {
    list: async (options) => {
      const { data } = await exchange({ ...options, method: 'GET', path: '/integrations' }, readAs(integrationListBody));
      return data.map(readIntegration);
    },
    get: async (integrationId, options) =>
      readIntegration((await exchange({ ...options, method: 'GET', path: pathOf(integrationId) }, readAs(integrationBody))).data),
    getWithClient: async (integrationId, options) => {
      const call = { ...options, method: 'GET', path: pathOf(integrationId), query: { include: 'credentials' } };
      return readIntegrationWithClient((await exchange(call, readAs(integrationBody))).data);
    },
    create: async (order, options) => {
      const body = { ...buildChange(order), provider: order.provider };
      const call = { ...options, method: 'POST', path: '/integrations', ...buildJson(body) };
      return readIntegration((await exchange(call, readAs(integrationBody))).data);
    },
    update: async (integrationId, change, options) => {
      const call = { ...options, method: 'PATCH', path: pathOf(integrationId), ...buildJson(buildChange(change)) };
      return readIntegration((await exchange(call, readAs(integrationBody))).data);
    },
    delete: async (integrationId, { cascade, ...options } = {}) =>
      exchange({ ...options, method: 'DELETE', path: pathOf(integrationId), query: { cascade } }, readNothing),
  };
}

function pathOf(integrationId: string): string {
  return `/integrations/${encodeSegment(integrationId)}`;
}

function buildChange({ integrationId, displayName, client, scopes }: IntegrationChange) {
  const given = client || scopes !== undefined;
  const credentials = given && {
    type: 'OAUTH2',
    client_id: client?.clientId,
    client_secret: client?.clientSecret,
    scopes: scopes?.join(','),
  };
  return { unique_key: integrationId, display_name: displayName, credentials: client === null ? null : credentials || undefined };
}

function readIntegration({ unique_key, provider, display_name, created_at, updated_at }: IntegrationEntry): Integration {
  return {
    integrationId: unique_key,
    provider,
    displayName: display_name,
    createdAt: readMoment(created_at),
    updatedAt: readMoment(updated_at),
  };
}

function readIntegrationWithClient(wire: IntegrationEntry): IntegrationWithClient {
  const { client_id: clientId, client_secret: clientSecret, scopes = '' } = wire.credentials ?? {};
  return {
    ...readIntegration(wire),
    client: clientId === undefined || clientSecret === undefined ? undefined : hide({ clientId, clientSecret }, ['clientSecret']),
    scopes: scopes === '' ? [] : scopes.split(','),
  };
}
