import { connectError } from '../errors.ts';

/** A round is lost only to somebody whose change was stored, so this many changes at once all come through; more is a fault. */
const MAX_ROUNDS = 100;

/**
 * Stores what others may change at the same time.
 *
 * @param store Decides from what is there now, and stores. `undefined` when somebody else was faster; then it is called again.
 * @throws {ConnectError} `server_error` when somebody else is always faster; and whatever `store` throws
 */
export async function untilStored<Stored>(store: () => Promise<Stored | undefined>): Promise<Stored> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const stored = await store();
    if (stored !== undefined) return stored;
  }
  throw connectError('server_error', { message: 'The connection kept changing while it was stored.' });
}
