import { integrationBody, integrationListBody, type IntegrationEntry } from '@latchkey/protocol';
import { encodeSegment } from './build-url.ts';
import { readAs, type CallOptions, type Exchange } from './exchange.ts';

/** A provider configured under an id of your own: what your customers connect through. */
export interface Integration {
  readonly integrationId: string;
  /** The provider's id. */
  readonly provider: string;
  readonly displayName: string;
}

/** Integrations. */
export interface Integrations {
  /** Lists the integrations, in the order of the server's option. */
  readonly list: (options?: CallOptions) => Promise<readonly Integration[]>;
  /** Gets an integration by its id. @throws {LatchkeyError} `not_found` */
  readonly get: (integrationId: string, options?: CallOptions) => Promise<Integration>;
}

/** Creates the methods about integrations. */
export function createIntegrations(exchange: Exchange): Integrations {
  return {
    list: async (options) => {
      const { data } = await exchange({ ...options, method: 'GET', path: '/integrations' }, readAs(integrationListBody));
      return data.map(readIntegration);
    },
    get: async (integrationId, options) => {
      const path = `/integrations/${encodeSegment(integrationId)}`;
      return readIntegration((await exchange({ ...options, method: 'GET', path }, readAs(integrationBody))).data);
    },
  };
}

function readIntegration({ unique_key, provider, display_name }: IntegrationEntry): Integration {
  return { integrationId: unique_key, provider, displayName: display_name };
}
