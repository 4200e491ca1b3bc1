import type { IntegrationEntry, IntegrationExtra } from '@latchkey/protocol';
import type { KnownIntegration } from '../use-cases/deps.ts';

/** Writes an integration as `GET /integrations` lists it, and what was asked for besides. */
export function formatIntegration(
  { integrationId, provider, displayName }: KnownIntegration,
  include: readonly IntegrationExtra[] = [],
): IntegrationEntry {
  return {
    unique_key: integrationId,
    provider,
    display_name: displayName,
    // Compat: readers of this wire expect the keys. What the options name has no logo and was never stored, and no webhook of a provider's is passed on.
    logo: null,
    forward_webhooks: false,
    created_at: null,
    updated_at: null,
    ...(include.includes('webhook') && { webhook_url: null }),
    ...(include.includes('credentials') && { credentials: null }),
  };
}
