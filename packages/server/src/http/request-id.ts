import { randomUUID } from 'node:crypto';
import { headers } from '@latchkey/protocol';
import type { Request, Response } from 'express';

/** Of the request that a response answers: also when the headers of the response are the provider's. */
const requestIds = new WeakMap<Response, string>();

/** Gives the request an id: the caller's, when it is a sane one. */
export function nameRequest(request: Request, response: Response): void {
  const given = request.headers[headers.requestId];
  requestIds.set(response, typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID());
}

/** Tells the id of the request that a response answers. */
export function readRequestId(response: Response): string {
  return requestIds.get(response) ?? '';
}
