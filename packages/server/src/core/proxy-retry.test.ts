import { expect, it } from 'vitest';
import { parseRetryPlan } from './proxy-retry.ts';

it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('%s may be sent again', (method) => {
  expect(parseRetryPlan(method, '3', '404')).toEqual({ retries: 3, statuses: new Set([408, 429, 500, 502, 503, 504, 404]) });
});

it.each(['POST', 'PATCH', 'LOCK', 'get'])('%s may not', (method) => {
  expect(parseRetryPlan(method, '3', '404').retries).toBe(0);
});
