import * as z from 'zod/mini';
import type { Credential } from '../core/connection.ts';
import type { TokenSet } from '../core/token-set.ts';
import { connectError } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';

const credentialShape = z.object({ values: z.record(z.string(), z.string()) });
const tokenSetShape = z.object({
  accessToken: z.string(),
  refreshToken: z.optional(z.string()),
  expiresAt: z.iso.datetime(),
  raw: z.record(z.string(), z.unknown()),
});

/** Seals a credential for its connection. */
export function sealCredential(vault: Vault, connectionId: string, credential: Credential): Promise<string> {
  return vault.seal('credential', connectionId, credential);
}

/** Seals a token set for its connection. */
export function sealTokenSet(vault: Vault, connectionId: string, tokens: TokenSet): Promise<string> {
  return vault.seal('token_set', connectionId, { ...tokens, expiresAt: tokens.expiresAt.toISOString() });
}

/** Opens what {@link sealCredential} sealed. @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid` */
export async function openCredential(vault: Vault, connectionId: string, sealed: string): Promise<Credential> {
  const opened = credentialShape.safeParse(await vault.open('credential', connectionId, sealed));
  if (!opened.success) throw connectError('sealed_value_invalid');
  return opened.data;
}

/** Opens what {@link sealTokenSet} sealed. @throws {ConnectError} `encryption_key_missing`; `sealed_value_invalid` */
export async function openTokenSet(vault: Vault, connectionId: string, sealed: string): Promise<TokenSet> {
  const opened = tokenSetShape.safeParse(await vault.open('token_set', connectionId, sealed));
  if (!opened.success) throw connectError('sealed_value_invalid');
  return { ...opened.data, expiresAt: new Date(opened.data.expiresAt) };
}
