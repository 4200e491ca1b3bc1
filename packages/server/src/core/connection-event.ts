import type { WebhookEvent, WebhookEventType } from '@latchkey/protocol';
import type { Connection } from './connection.ts';
import type { ConnectSession } from './connect-session.ts';
import { describeEndUser, describeStoredEnvironment } from './describe-connection.ts';
import type { NewDelivery } from './webhook.ts';

/** What a change of a connection means to those who want to be told. */
export interface ConnectionEvent {
  readonly eventId: string;
  readonly type: Exclude<WebhookEventType, 'connection.creation_failed'>;
  readonly occurredAt: Date;
}

/** An attempt that made no connection. */
export interface FailedAttempt {
  readonly eventId: string;
  readonly occurredAt: Date;
  readonly integrationId: string;
  readonly provider: string;
  readonly session: ConnectSession;
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string };
}

/** An event as it is delivered, whoever is told. */
export type EventToDeliver = Omit<NewDelivery, 'webhookId'>;

/** Tells of a connection what webhooks may know: never a credential, a token or metadata. */
export function describeConnectionEvent({ eventId, type, occurredAt }: ConnectionEvent, connection: Connection): EventToDeliver {
  const { connectionId, integrationId } = connection;
  const event: WebhookEvent = { id: eventId, type, timestamp: occurredAt.toISOString(), data: describeFacts(connection) };
  return { eventId, type, integrationId, connectionId, payload: JSON.stringify(event), createdAt: occurredAt };
}

/** Tells whether webhooks would be told something else of a connection than before. */
export function isNews(before: Connection, after: Connection): boolean {
  return JSON.stringify(describeFacts(before)) !== JSON.stringify(describeFacts(after));
}

function describeFacts(connection: Connection) {
  const { connectionId, integrationId, provider, status, tags, error } = connection;
  return {
    connection_id: connectionId,
    provider_config_key: integrationId,
    provider,
    status,
    end_user: describeEndUser(connection),
    tags,
    environment: describeStoredEnvironment(connection),
    error: error === undefined ? null : { code: error.code, message: error.message, remedy: error.remedy },
  };
}

/** Tells of an attempt that made no connection. */
export function describeFailedAttempt({ eventId, occurredAt, integrationId, provider, session, error }: FailedAttempt): EventToDeliver {
  const event: WebhookEvent = {
    id: eventId,
    type: 'connection.creation_failed',
    timestamp: occurredAt.toISOString(),
    data: {
      connection_id: null,
      provider_config_key: integrationId,
      provider,
      status: null,
      end_user: describeEndUser(session),
      tags: session.tags ?? {},
      environment: null,
      error,
    },
  };
  return { eventId, type: event.type, integrationId, connectionId: undefined, payload: JSON.stringify(event), createdAt: occurredAt };
}

/** Makes the event by which a webhook is tried. */
export function describeTest(eventId: string, webhookId: string, occurredAt: Date): NewDelivery {
  const event: WebhookEvent = { id: eventId, type: 'webhook.test', timestamp: occurredAt.toISOString(), data: { webhook_id: webhookId } };
  const payload = JSON.stringify(event);
  return { webhookId, eventId, type: event.type, integrationId: undefined, connectionId: undefined, payload, createdAt: occurredAt };
}
