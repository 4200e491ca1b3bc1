import { EVENT_STREAM_MEDIA_TYPE, type OperationStreamQuery } from '@latchkey/protocol';
import type { Deps } from '../use-cases/deps.ts';
import { formatOperation } from './format-operation.ts';
import { parseOperationFilter } from './log-operations.ts';
import type { Exchange } from './route.ts';

/** How often something is sent when there is nothing to tell, in milliseconds: shorter than what proxies take for silence. */
const HEARTBEAT_MS = 15_000;

/**
 * Streams operations as they are stored, as server-sent events: `operation` with one as a list has it, `skipped` with a count of those that there was
 * no room or time for. It ends when the server closes, and at the next heartbeat when who reads it may not any more.
 *
 * @param mayRead Whether they still may.
 * @see [Server-sent events](https://html.spec.whatwg.org/multipage/server-sent-events.html)
 */
export function streamOperations(
  { operationTail }: Pick<Deps, 'operationTail'>,
  query: OperationStreamQuery,
  { response }: Pick<Exchange, 'response'>,
  mayRead: () => Promise<boolean>,
): void {
  let skipped = 0;
  // A reader that does not keep up costs no memory: nothing is written before it has read what was.
  const write = (text: string): boolean => {
    if (response.writableNeedDrain || response.writableEnded || response.destroyed) return false;
    response.write(text);
    return true;
  };
  const send = (event: string, data: unknown): boolean => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const tellSkipped = (): void => {
    if (skipped > 0 && send('skipped', { count: skipped })) skipped = 0;
  };

  response.status(200);
  response.setHeader('Content-Type', EVENT_STREAM_MEDIA_TYPE);
  // A proxy that compresses or buffers would keep what there is to tell.
  response.setHeader('Cache-Control', 'no-store, no-transform');
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();

  const beat = async (): Promise<void> => {
    if (await mayRead()) write(':\n\n');
    else response.end();
  };
  const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS).unref();
  const unsubscribe = operationTail.subscribe({
    filter: parseOperationFilter(query),
    onOperation: (operation) => {
      tellSkipped();
      if (!send('operation', formatOperation(operation))) skipped += 1;
    },
    onSkipped: (count) => {
      skipped += count;
      tellSkipped();
    },
    onEnd: () => response.end(),
  });
  response.on('drain', tellSkipped);
  response.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
