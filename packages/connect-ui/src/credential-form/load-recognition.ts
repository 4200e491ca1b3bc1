import type { ParsePasted, ProviderForm } from '@latchkey/providers';

/** How long anybody waits for it, in milliseconds. */
const DEADLINE_MS = 3_000;

/**
 * Loads what recognises a provider's values in a text.
 *
 * @returns `undefined` when it could not be loaded, or not in time. Nobody is told: the form takes single values without it, and the server
 *   recognises as well.
 */
export function loadRecognition(form: ProviderForm): Promise<ParsePasted | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, DEADLINE_MS, undefined);
    form
      .loadParsePasted()
      .then(resolve, () => resolve(undefined))
      .finally(() => clearTimeout(timer));
  });
}
