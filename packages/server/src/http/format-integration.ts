import type { IntegrationEntry } from '@latchkey/protocol';
import type { Integration, OAuthClient } from '../core/integration.ts';
import type { Principal } from '../core/principal.ts';

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

/**
 * Writes the OAuth client that end users sign in through, its secret only for backends; `null` where each brings one.
 *
 * @param kind Of whoever asks; `undefined` for the process itself.
 */
export function formatClient(
  client: OAuthClient | undefined,
  scopes: readonly string[],
  kind: Principal['kind'] | undefined,
): IntegrationEntry['credentials'] {
  if (client === undefined) return null;
  const { clientId, clientSecret } = client;
  const shown = { type: 'OAUTH2', client_id: clientId, scopes: scopes.join(','), webhook_secret: null } as const;
  // Security: a browser has no use for it.
  return kind === 'console' ? shown : { ...shown, client_secret: clientSecret };
}
