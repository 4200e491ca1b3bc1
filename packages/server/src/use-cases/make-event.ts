import { randomUUID } from 'node:crypto';
import type { ConnectionEvent } from '../core/connection-event.ts';

/** Makes an event that tells what a change of a connection means. */
export function makeEvent(type: ConnectionEvent['type'], occurredAt: Date): ConnectionEvent {
  return { eventId: makeEventId(), type, occurredAt };
}

/** Makes the id of an event. */
export function makeEventId(): string {
  return `evt_${randomUUID()}`;
}
