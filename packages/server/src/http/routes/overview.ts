import { auditBody, auditQuery, overviewBody, overviewQuery, settingsBody } from '@latchkey/protocol';
import { getOverview, getSettings, listAudit } from '../overview-operations.ts';
import { readDeliveriesQuery } from '../read-query.ts';
import { forBackend, type Route } from '../route.ts';

/** What the console shows of the whole. */
export const overviewRoutes: readonly Route[] = [
  forBackend({
    method: 'GET',
    path: '/overview',
    scope: 'connections:read',
    otherScopes: ['logs:read'],
    summary: 'Counts connections, and tells how requests to providers went.',
    query: overviewQuery,
    status: 200,
    answer: overviewBody,
    work: ({ deps, query }) => getOverview(deps, query),
  }),
  forBackend({
    method: 'GET',
    path: '/audit',
    scope: 'audit:read',
    summary: 'Lists who did what, the latest first.',
    query: auditQuery,
    readQuery: readDeliveriesQuery,
    status: 200,
    answer: auditBody,
    work: ({ deps, query }) => listAudit(deps, query),
  }),
  forBackend({
    method: 'GET',
    path: '/settings',
    scope: 'settings:read',
    summary: 'Tells how the server is set up.',
    status: 200,
    answer: settingsBody,
    work: ({ deps }) => getSettings(deps),
  }),
];
