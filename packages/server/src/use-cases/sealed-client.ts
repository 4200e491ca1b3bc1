import * as z from 'zod/mini';
import type { OAuthClient } from '../core/integration.ts';
import { connectError } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';

const clientShape = z.object({ clientId: z.string(), clientSecret: z.string() });

/** Seals an integration's OAuth client, for that integration alone. */
export function sealClient(vault: Vault, integrationId: string, { clientId, clientSecret }: OAuthClient): Promise<string> {
  return vault.seal('integration_client', integrationId, { clientId, clientSecret });
}

/** Opens what {@link sealClient} sealed. @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid` */
export async function openClient(vault: Vault, integrationId: string, sealed: string): Promise<OAuthClient> {
  const opened = clientShape.safeParse(await vault.open('integration_client', integrationId, sealed));
  if (!opened.success) throw connectError('sealed_value_invalid');
  return opened.data;
}
