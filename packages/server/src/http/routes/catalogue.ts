import { providerBody, providerListBody, providersQuery } from '@latchkey/protocol';
import * as catalogue from '../catalogue-operations.ts';
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
];
