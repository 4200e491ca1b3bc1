import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Timer } from '../clock.ts';
import { connectError } from '../errors.ts';

/** How long a body may pause, in milliseconds. */
const BODY_IDLE_MS = 30_000;

/** Whether a request announces a body. @see [RFC 9112 §6.3](https://www.rfc-editor.org/rfc/rfc9112.html#section-6.3) */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Gives a request's body as a stream of its own. Whoever reads it may end it early: the request stays as it is, and can still be answered.
 *
 * It fails with `proxy_body_timeout` when the body pauses for too long while it is waited for, and when the caller goes away in the middle.
 *
 * @throws {ConnectError} `proxy_body_taken`
 */
export function openRequestBody(request: IncomingMessage, timer: Timer): Readable {
  // A body parser of the host's: waiting for what it has taken would end nowhere.
  if (request.readableDidRead) throw connectError('proxy_body_taken');
  let stopWaiting: (() => void) | undefined;
  const waitForMore = (): void => {
    stopWaiting?.();
    stopWaiting = timer(BODY_IDLE_MS, () => body.destroy(connectError('proxy_body_timeout')));
  };
  const take = (chunk: Buffer): void => {
    if (body.push(chunk)) return waitForMore();
    stopWaiting?.();
    request.pause();
  };
  const end = (): void => void body.push(null);
  const breakOff = (): void => {
    if (!request.complete) body.destroy(connectError('proxy_body_timeout'));
  };
  const body = new Readable({
    read() {
      waitForMore();
      if (request.listeners('data').includes(take)) request.resume();
      else request.on('data', take).once('end', end).once('close', breakOff);
    },
    destroy(error, done) {
      stopWaiting?.();
      // What still comes goes nowhere: a connection on which something is left unread would carry no further request.
      request.off('data', take).off('end', end).off('close', breakOff).resume();
      done(error);
    },
  });
  return body;
}
