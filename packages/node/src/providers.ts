import { providerBody, providerListBody, type ProviderEntry } from '@latchkey/protocol';
import { encodeSegment } from './build-url.ts';
import { readAs, type CallOptions, type Exchange } from './exchange.ts';

/** One value that connecting needs. */
export interface ProviderField {
  /** The name on the wire, for example `environmentId`. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** All values there are, when they can be listed. */
  readonly values: readonly string[] | undefined;
  /** Whether nobody may read the value again. */
  readonly secret: boolean;
}

/** An API family that Latchkey knows. In URLs, `${connectionConfig.name}` stands for a value of the connection. */
export interface Provider {
  readonly id: string;
  readonly displayName: string;
  readonly authMode: ProviderEntry['auth_mode'];
  readonly tokenUrl: string;
  /** Where the paths of the proxy lead. */
  readonly apiUrl: string;
  readonly docsUrl: string;
  /** In the order of the form. */
  readonly connectionConfig: readonly ProviderField[];
  /** In the order of the form. */
  readonly credentials: readonly ProviderField[];
}

/** Providers. */
export interface Providers {
  /** Lists the providers, those alone whose id or name holds `search` when it is given. */
  readonly list: (filter?: { readonly search?: string | undefined }, options?: CallOptions) => Promise<readonly Provider[]>;
  /** Gets a provider by its id. @throws {LatchkeyError} `not_found` */
  readonly get: (id: string, options?: CallOptions) => Promise<Provider>;
}

/** Creates the methods about providers. */
export function createProviders(exchange: Exchange): Providers {
  return {
    list: async ({ search } = {}, options) => {
      const { data } = await exchange({ ...options, method: 'GET', path: '/providers', query: { search } }, readAs(providerListBody));
      return data.map(readProvider);
    },
    get: async (id, options) => {
      const path = `/providers/${encodeSegment(id)}`;
      return readProvider((await exchange({ ...options, method: 'GET', path }, readAs(providerBody))).data);
    },
  };
}

function readProvider(wire: ProviderEntry): Provider {
  return {
    id: wire.name,
    displayName: wire.display_name,
    authMode: wire.auth_mode,
    tokenUrl: wire.token_url,
    apiUrl: wire.proxy.base_url,
    docsUrl: wire.docs,
    connectionConfig: readFields(wire.connection_config),
    credentials: readFields(wire.credentials),
  };
}

function readFields(fields: ProviderEntry['connection_config']): readonly ProviderField[] {
  return Object.entries(fields)
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([name, field]) => ({
      name,
      label: field.title,
      description: field.description,
      values: field.enum,
      secret: field.secret === true,
    }));
}
