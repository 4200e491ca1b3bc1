import type { Response } from 'express';

/**
 * Sends an answer. Express would add a hash of it as `ETag`, for caches that the answers of this API are not for: they are `no-store`.
 *
 * @param body `undefined` for an answer without a body.
 */
export function sendJson(response: Response, status: number, body: unknown): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  const text = JSON.stringify(body);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const length = Buffer.byteLength(text);
  response.setHeader('Content-Length', length);
  // Of ASCII both are the same bytes, and one is written faster.
  response.end(text, length === text.length ? 'latin1' : 'utf8');
}
