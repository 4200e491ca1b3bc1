import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Connect } from '@latchkey/server';

/** How long requests under way may take after the process was told to end, in milliseconds. */
const END_WITHIN_MS = 15_000;

/** Resolves when the process is told to end. The second time it ends at once. */
export async function untilTold(): Promise<void> {
  const signals = new AbortController();
  const { signal } = signals;
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  signals.abort();
}

/** How long answers that were given may take to arrive, in milliseconds. A browser keeps connections open that it never used. */
const ARRIVE_WITHIN_MS = 500;

/** Lets nobody in any more, waits for who is inside, and closes the database. */
export async function endServer(server: Server, connect: Connect | undefined): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const closeAll = (): void => server.closeAllConnections();
  const impatience = setTimeout(closeAll, END_WITHIN_MS);
  await connect?.close();
  clearTimeout(impatience);
  const rest = setTimeout(closeAll, ARRIVE_WITHIN_MS);
  await closed;
  clearTimeout(rest);
}
