import {
  createIntegrationBody,
  deleteIntegrationQuery,
  integrationBody,
  integrationListBody,
  integrationQuery,
  successBody,
  updateIntegrationBody,
} from '@latchkey/protocol';
import * as integrations from '../integration-operations.ts';
import { readIntegrationQuery } from '../read-query.ts';
import { forBackend, type Route } from '../route.ts';

/** Providers, configured. */
export const integrationRoutes: readonly Route[] = [
  forBackend({
    method: 'GET',
    path: '/integrations',
    scope: 'integrations:read',
    summary: 'Lists the integrations.',
    status: 200,
    answer: integrationListBody,
    work: ({ deps }) => integrations.listIntegrations(deps),
  }),
  forBackend({
    method: 'POST',
    path: '/integrations',
    scope: 'integrations:write',
    summary: 'Makes an integration.',
    body: createIntegrationBody,
    status: 200,
    answer: integrationBody,
    work: ({ deps, body }) => integrations.createIntegration(deps, body),
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
    work: ({ deps, params, query, principal }) => integrations.getIntegration(deps, params.uniqueKey, query.include ?? [], principal),
  }),
  forBackend({
    method: 'PATCH',
    path: '/integrations/:uniqueKey',
    scope: 'integrations:write',
    summary: 'Changes an integration that a call made.',
    body: updateIntegrationBody,
    errors: ['not_found', 'integration_is_fixed', 'integration_has_connections'],
    status: 200,
    answer: integrationBody,
    work: ({ deps, params, body }) => integrations.updateIntegration(deps, params.uniqueKey, body),
  }),
  forBackend({
    method: 'DELETE',
    path: '/integrations/:uniqueKey',
    scope: 'integrations:write',
    summary: 'Deletes an integration that a call made, and its connections only when told to.',
    query: deleteIntegrationQuery,
    errors: ['not_found', 'integration_is_fixed', 'integration_has_connections'],
    status: 200,
    answer: successBody,
    work: ({ deps, params, query, principal }) =>
      integrations.deleteIntegration(deps, params.uniqueKey, query.cascade === 'true', principal),
  }),
];
