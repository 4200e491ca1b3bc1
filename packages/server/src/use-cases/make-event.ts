import { randomUUID } from 'node:crypto';
import type { Connection } from '../core/connection.ts';
import type { ConnectionEvent } from '../core/connection-event.ts';

/** Makes an event that tells what a change of a connection means. */
export function makeEvent(type: ConnectionEvent['type'], occurredAt: Date): ConnectionEvent {
  return { eventId: makeEventId(), type, occurredAt };
}

/** Makes the event of a connection that got a credential or token that works, from what it was before. */
export function makeRenewalEvent({ status }: Pick<Connection, 'status'>, occurredAt: Date): ConnectionEvent {
  return makeEvent(status === 'needs_reconnect' ? 'connection.recovered' : 'connection.updated', occurredAt);
}

/** Makes the id of an event. */
export function makeEventId(): string {
  return `evt_${randomUUID()}`;
}
