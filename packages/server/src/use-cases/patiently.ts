import { computeBackoff } from '../core/backoff.ts';
import { ConnectError } from '../errors.ts';
import type { Deps } from './deps.ts';

/** How often a store that fails is asked, and the pauses between, in milliseconds. */
const MAX_TRIES = 4;
const PAUSES = { firstMs: 200, maxMs: 2000 };

/**
 * Stores what would be lost for good if the store were asked once only. What it does may have been done by a try that seemed to fail.
 *
 * @throws {ConnectError} `store_unavailable` after some seconds; and whatever else `store` throws
 */
export async function patiently<Stored>({ clock, random }: Pick<Deps, 'clock' | 'random'>, store: () => Promise<Stored>): Promise<Stored> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store();
    } catch (error) {
      if (!(error instanceof ConnectError) || !error.retryable || tries === MAX_TRIES) throw error;
    }
    await clock.sleep(computeBackoff(PAUSES, tries, random()));
  }
}
