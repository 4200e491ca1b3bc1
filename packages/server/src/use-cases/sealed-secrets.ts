import * as z from 'zod/mini';
import type { OAuthClient } from '../core/integration.ts';
import { connectError } from '../errors.ts';
import type { AuthorizationSecrets } from '../oauth/authorization-request.ts';
import type { Vault } from '../vault/vault.ts';

/** What an attempt to sign in keeps to itself. */
export interface AttemptSecrets extends AuthorizationSecrets {
  /** Brought by the end user or by the host for them; absent when the integration's is used. */
  readonly client?: OAuthClient;
}

const clientShape = z.object({ clientId: z.string(), clientSecret: z.string() });
const secretsShape = z.object({ state: z.string(), codeVerifier: z.string(), nonce: z.string(), client: z.optional(clientShape) });

/** Seals what an attempt to sign in keeps to itself. */
export function sealAttemptSecrets(vault: Vault, authorizationId: string, secrets: AttemptSecrets): Promise<string> {
  return vault.seal('authorization', authorizationId, secrets);
}

/** Opens what {@link sealAttemptSecrets} sealed. @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid` */
export async function openAttemptSecrets(vault: Vault, authorizationId: string, sealed: string): Promise<AttemptSecrets> {
  const opened = secretsShape.safeParse(await vault.open('authorization', authorizationId, sealed));
  if (!opened.success) throw connectError('sealed_value_invalid');
  return opened.data;
}

/** Seals the client that a host gives a session. */
export function sealSessionClient(vault: Vault, sessionId: string, client: OAuthClient): Promise<string> {
  return vault.seal('session_client', sessionId, client);
}

/** Opens what {@link sealSessionClient} sealed. @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid` */
export async function openSessionClient(vault: Vault, sessionId: string, sealed: string): Promise<OAuthClient> {
  const opened = clientShape.safeParse(await vault.open('session_client', sessionId, sealed));
  if (!opened.success) throw connectError('sealed_value_invalid');
  return opened.data;
}
