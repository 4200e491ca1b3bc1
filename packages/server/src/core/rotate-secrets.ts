import type { WebhookSecret } from './webhook.ts';

/** How many secrets sign at once: the newest one, and those that it took the place of. */
const MOST_SECRETS = 3;

/**
 * Puts a new secret before those that a webhook has.
 *
 * @param secrets The newest first.
 * @param until Until when the former newest one is good too; `now` for no longer.
 */
export function rotateSecrets(secrets: readonly WebhookSecret[], secret: string, until: Date, now: Date): readonly WebhookSecret[] {
  const former = secrets
    .map((old) => ({ ...old, until: old.until !== undefined && old.until < until ? old.until : until }))
    .filter((old) => old.until > now);
  return [{ secret, until: undefined }, ...former].slice(0, MOST_SECRETS);
}
