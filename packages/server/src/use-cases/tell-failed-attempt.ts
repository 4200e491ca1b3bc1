import type { ConnectSession } from '../core/connect-session.ts';
import { describeFailedAttempt } from '../core/connection-event.ts';
import { connectError, ConnectError } from '../errors.ts';
import { logBackground } from '../log.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { makeEventId } from './make-event.ts';

/**
 * Tells webhooks that an end user tried to connect, and why it failed. An attempt to reconnect leaves a connection as it was, which is no event.
 *
 * Never rejects: that nobody could be told must not hide what went wrong.
 */
export async function tellFailedAttempt(
  { store, clock, logger }: Pick<Deps, 'store' | 'clock' | 'logger'>,
  session: ConnectSession,
  { integrationId, provider }: Pick<KnownIntegration, 'integrationId' | 'provider'>,
  thrown: unknown,
): Promise<void> {
  if (session.reconnects !== undefined) return;
  const { code, message, remedy } = thrown instanceof ConnectError ? thrown : connectError('server_error');
  const attempt = { eventId: makeEventId(), occurredAt: clock.now(), integrationId, provider, session, error: { code, message, remedy } };
  try {
    await store.insertEvent(describeFailedAttempt(attempt));
  } catch (error) {
    logBackground(logger, error);
  }
}
