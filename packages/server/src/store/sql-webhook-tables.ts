import type { WebhookEvent } from '@latchkey/protocol';
import type { Generated } from 'kysely';
import type { Delivery, DeliveryProblem, Webhook } from '../core/webhook.ts';

export interface WebhookTable {
  readonly row_id: Generated<number>;
  readonly webhook_id: string;
  readonly url: string;
  readonly events: string | null;
  readonly description: string;
  readonly enabled: number;
  readonly disabled_reason: NonNullable<Webhook['disabledReason']> | null;
  readonly sealed_secrets: string;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
}

export interface DeliveryTable {
  readonly row_id: Generated<number>;
  readonly webhook_id: string;
  readonly event_id: string;
  readonly type: WebhookEvent['type'];
  readonly integration_id: string | null;
  readonly connection_id: string | null;
  readonly payload: string;
  readonly state: Delivery['state'];
  readonly attempts: number;
  /** Who delivers it; stays when that process is killed, until somebody else takes it. */
  readonly owner: string | null;
  readonly last_status: number | null;
  readonly last_error: DeliveryProblem | null;
  readonly last_attempt_at_ms: number | null;
  readonly next_attempt_at_ms: number;
  readonly give_up_at_ms: number;
  readonly created_at_ms: number;
}
