import { EVENT_STREAM_MEDIA_TYPE, operationBody, operationList, operationsQuery, operationStreamQuery } from '@latchkey/protocol';
import { mayStill } from '../authenticate-backend.ts';
import * as logs from '../log-operations.ts';
import { streamOperations } from '../log-stream.ts';
import { readOperationsQuery } from '../read-query.ts';
import { forBackend, type Route } from '../route.ts';

/** What Latchkey did with providers. */
export const logRoutes: readonly Route[] = [
  forBackend({
    method: 'GET',
    path: '/logs/operations',
    scope: 'logs:read',
    summary: 'Lists operations, those that started last first.',
    query: operationsQuery,
    readQuery: readOperationsQuery,
    status: 200,
    answer: operationList,
    work: ({ deps, query }) => logs.listOperations(deps, query),
  }),
  forBackend({
    method: 'GET',
    path: '/logs/operations/stream',
    scope: 'logs:read',
    summary: 'Streams operations as they are stored: server-sent events "operation" and "skipped".',
    query: operationStreamQuery,
    readQuery: readOperationsQuery,
    status: 200,
    media: EVENT_STREAM_MEDIA_TYPE,
    respond: ({ deps, query }, exchange) => streamOperations(deps, query, exchange, () => mayStill(deps, exchange.request, 'logs:read')),
  }),
  forBackend({
    method: 'GET',
    path: '/logs/operations/:operationId',
    scope: 'logs:read',
    summary: 'Gets an operation, with each HTTP message.',
    errors: ['not_found'],
    status: 200,
    answer: operationBody,
    work: ({ deps, params }) => logs.getOperation(deps, params.operationId),
  }),
];
