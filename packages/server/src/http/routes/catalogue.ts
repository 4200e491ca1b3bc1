import { integrationBody, integrationListBody, integrationQuery, providerBody, providerListBody, providersQuery } from '@latchkey/protocol';
import * as catalogue from '../catalogue-operations.ts';
import { readIntegrationQuery } from '../read-query.ts';
import { forBackend, type Route } from '../route.ts';

/** What can be connected. */
export const catalogueRoutes: readonly Route[] = [
  forBackend({
    method: 'GET',
    path: '/providers',
    scope: 'integrations:read',
    summary: 'Lists the providers that there are.',
    query: providersQuery,
    status: 200,
    answer: providerListBody,
    work: ({ query }) => catalogue.listProviders(query.search),
  }),
  forBackend({
    method: 'GET',
    path: '/providers/:provider',
    scope: 'integrations:read',
    summary: 'Gets a provider.',
    errors: ['not_found'],
    status: 200,
    answer: providerBody,
    work: ({ params }) => catalogue.getProvider(params.provider),
  }),
  forBackend({
    method: 'GET',
    path: '/integrations',
    scope: 'integrations:read',
    summary: 'Lists the integrations.',
    status: 200,
    answer: integrationListBody,
    work: ({ deps }) => catalogue.listIntegrations(deps),
  }),
  forBackend({
    method: 'GET',
    path: '/integrations/:uniqueKey',
    scope: 'integrations:read',
    summary: 'Gets an integration.',
    query: integrationQuery,
    readQuery: readIntegrationQuery,
    errors: ['not_found'],
    status: 200,
    answer: integrationBody,
    work: ({ deps, params, query }) => catalogue.getIntegration(deps, params.uniqueKey, query.include),
  }),
];
