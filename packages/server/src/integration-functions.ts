import {
  createIntegrationBody,
  providersQuery,
  updateIntegrationBody,
  type CreateIntegrationBody,
  type IntegrationBody,
  type IntegrationExtra,
  type IntegrationListBody,
  type ProviderBody,
  type ProviderListBody,
  type UpdateIntegrationBody,
} from '@latchkey/protocol';
import type { Entrance } from './entrance.ts';
import { getProvider, listProviders } from './http/catalogue-operations.ts';
import * as integrations from './http/integration-operations.ts';
import { readBody, readQueryValues } from './http/read-input.ts';
import type { Deps } from './use-cases/deps.ts';

/** What a process may do about providers and integrations, in the words of the HTTP API. */
export interface IntegrationFunctions {
  /** Lists the providers, those alone whose id or name holds `search` when it is given. @throws {ConnectError} `invalid_query_params` */
  readonly listProviders: (query?: { readonly search?: string | undefined }) => Promise<ProviderListBody>;
  /** Gets a provider by its id. @throws {ConnectError} `not_found` */
  readonly getProvider: (provider: string) => Promise<ProviderBody>;
  /** Lists the integrations of the options in their order, then those that calls made, oldest first. */
  readonly listIntegrations: () => Promise<IntegrationListBody>;
  /** Gets an integration by its id; with `credentials` also its OAuth client, secret included. @throws {ConnectError} `not_found` */
  readonly getIntegration: (integrationId: string, include?: readonly IntegrationExtra[]) => Promise<IntegrationBody>;
  /** Makes an integration, which every process knows at once. @throws {ConnectError} `invalid_body`, also when the id is taken */
  readonly createIntegration: (body: CreateIntegrationBody) => Promise<IntegrationBody>;
  /**
   * Changes an integration that a call made. What is left out stays.
   *
   * @throws {ConnectError} `invalid_body`; `not_found`; `integration_is_fixed` when the options name it; `integration_has_connections` when it was to get
   *   another id
   */
  readonly updateIntegration: (integrationId: string, change: UpdateIntegrationBody) => Promise<IntegrationBody>;
  /**
   * Deletes an integration that a call made.
   *
   * @param options With `cascade`, what is connected through it is forgotten first. @default `{ cascade: false }`
   * @throws {ConnectError} `not_found`; `integration_is_fixed`; `integration_has_connections`
   */
  readonly deleteIntegration: (integrationId: string, options?: { readonly cascade?: boolean | undefined }) => Promise<void>;
}

/** Creates them. */
export function createIntegrationFunctions(deps: Deps, { enter, change }: Entrance): IntegrationFunctions {
  return {
    listProviders: (query = {}) => enter(async () => listProviders(readQueryValues(providersQuery, query).search)),
    getProvider: (provider) => enter(async () => getProvider(provider)),
    listIntegrations: () => enter(() => integrations.listIntegrations(deps)),
    getIntegration: (integrationId, include = []) => enter(() => integrations.getIntegration(deps, integrationId, include, undefined)),
    createIntegration: (body) =>
      change('POST /integrations', undefined, async () => integrations.createIntegration(deps, readBody(createIntegrationBody, body))),
    updateIntegration: (integrationId, body) =>
      change('PATCH /integrations/{uniqueKey}', integrationId, async () =>
        integrations.updateIntegration(deps, integrationId, readBody(updateIntegrationBody, body)),
      ),
    deleteIntegration: (integrationId, { cascade = false } = {}) =>
      change(
        'DELETE /integrations/{uniqueKey}',
        integrationId,
        async () => void (await integrations.deleteIntegration(deps, integrationId, cascade, undefined)),
      ),
  };
}
