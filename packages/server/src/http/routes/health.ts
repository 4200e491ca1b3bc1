import { healthBody } from '@latchkey/protocol';
import * as backend from '../backend-operations.ts';
import { forAnyone, type Route } from '../route.ts';

/** How the server is. */
export const healthRoutes: readonly Route[] = [
  forAnyone({
    method: 'GET',
    path: '/health',
    summary: 'Tells whether the database can be written.',
    status: 200,
    answer: healthBody,
    work: ({ deps }) => backend.checkHealth(deps),
  }),
];
