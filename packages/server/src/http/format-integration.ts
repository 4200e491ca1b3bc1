import type { IntegrationEntry } from '@latchkey/protocol';
import type { Integration, OAuthClient } from '../core/integration.ts';

/** An integration, whoever configured it. */
interface FormattedIntegration extends Integration {
  /** Absent for what the options name: it was never stored. */
  readonly createdAt?: Date;
  readonly updatedAt?: Date;
}

/** Writes an integration as `GET /integrations` lists it. */
export function formatIntegration({ integrationId, provider, displayName, createdAt, updatedAt }: FormattedIntegration): IntegrationEntry {
  return {
    unique_key: integrationId,
    provider,
    display_name: displayName,
    // Compat: readers of this wire expect the keys. Nothing has a logo, and no webhook of a provider's is passed on.
    logo: null,
    forward_webhooks: false,
    created_at: createdAt?.toISOString() ?? null,
    updated_at: updatedAt?.toISOString() ?? null,
  };
}

/** Writes the OAuth client that end users sign in through, secret included; `null` where each brings one. */
export function formatClient(client: OAuthClient | undefined, scopes: readonly string[]): IntegrationEntry['credentials'] {
  if (client === undefined) return null;
  const { clientId, clientSecret } = client;
  return { type: 'OAUTH2', client_id: clientId, client_secret: clientSecret, scopes: scopes.join(','), webhook_secret: null };
}
