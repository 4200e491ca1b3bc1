import { webhookEvent as wireEvent, type WebhookEvent as WireEvent } from '@latchkey/protocol';
import { readEnvironment, readOwner, type ConnectedEnvironment, type Connection, type ConnectionProblem } from './connection.ts';

/** What an event tells of a connection. */
export interface WebhookConnection extends Pick<
  Connection,
  'integrationId' | 'connectionId' | 'provider' | 'status' | 'endUser' | 'organization' | 'tags'
> {
  readonly environment: ConnectedEnvironment | undefined;
  /** `undefined` while all is well. */
  readonly error: ConnectionProblem | undefined;
}

interface EventBase {
  /** The same each time that the event is sent: who has seen it once need not act again. */
  readonly id: string;
  readonly occurredAt: Date;
}

/** What Latchkey told a webhook. */
export type WebhookEvent =
  | (EventBase & {
      readonly type:
        | 'connection.created'
        | 'connection.updated'
        | 'connection.needs_reconnect'
        | 'connection.recovered'
        | 'connection.deleted';
      /** How the connection was then; of a deleted one, how it was last. */
      readonly connection: WebhookConnection;
    })
  | (EventBase & {
      readonly type: 'connection.creation_failed';
      /** Somebody tried to connect and could not. */
      readonly attempt: Omit<WebhookConnection, 'connectionId' | 'status' | 'environment' | 'error'> & {
        readonly error: ConnectionProblem;
      };
    })
  | (EventBase & { readonly type: 'webhook.test'; readonly webhookId: string })
  /** An event of a newer Latchkey: `name` is its type. Answer 2xx and leave it alone. */
  | { readonly type: 'unknown'; readonly id: string; readonly name: string };

/** Reads a genuine event; `undefined` when it is none of Latchkey's. */
export function readWebhookEvent(id: string, payload: unknown): WebhookEvent | undefined {
  const result = wireEvent.safeParse(payload);
  if (result.success) return readKnown(result.data);
  const name: unknown = typeof payload === 'object' && payload !== null && 'type' in payload ? payload.type : undefined;
  const isKnown = wireEvent.def.options.some((option) => option.shape.type.safeParse(name).success);
  return typeof name === 'string' && !isKnown ? { type: 'unknown', id, name } : undefined;
}

function readKnown(wire: WireEvent): WebhookEvent {
  const base = { id: wire.id, occurredAt: new Date(wire.timestamp) };
  if (wire.type === 'webhook.test') return { ...base, type: wire.type, webhookId: wire.data.webhook_id };
  const { provider_config_key: integrationId, provider, end_user, tags } = wire.data;
  const facts = { integrationId, provider, ...readOwner(end_user), tags };
  if (wire.type === 'connection.creation_failed') return { ...base, type: wire.type, attempt: { ...facts, error: wire.data.error } };
  const { connection_id: connectionId, status, environment, error } = wire.data;
  const connection = { ...facts, connectionId, status, environment: readEnvironment(environment), error: error ?? undefined };
  return { ...base, type: wire.type, connection };
}
