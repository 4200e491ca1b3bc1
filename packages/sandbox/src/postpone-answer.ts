import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Exchange } from './begin-exchange.ts';

/** Sets the headers that scenarios add, and waits as long as they say, or until the connection is closed. */
export async function postponeAnswer(response: ServerResponse, { matches }: Exchange): Promise<void> {
  const effects = matches.map(({ effect }) => effect);
  for (const [name, value] of effects.flatMap(({ headers = {} }) => Object.entries(headers))) response.setHeader(name, value);
  const delayMs = Math.max(0, ...effects.map(({ delayMs = 0 }) => delayMs));
  if (delayMs === 0) return;
  const hangUp = AbortSignal.timeout(delayMs);
  // Whichever comes first: the time, or the end of the connection.
  await once(response, 'close', { signal: hangUp }).catch(() => undefined);
}
