/** What a host's backend may do about secret keys, in the words of the wire: over HTTP, and as functions in the same process. */

import type { CreateKeyBody, KeyCreatedBody, KeyEntry, KeyListBody } from '@latchkey/protocol';
import type { Principal } from '../core/principal.ts';
import type { SecretKey } from '../core/secret-key.ts';
import { createSecretKey } from '../use-cases/create-secret-key.ts';
import type { Deps } from '../use-cases/deps.ts';
import { revokeSecretKey } from '../use-cases/revoke-secret-key.ts';
import type { FixedKey } from '../use-cases/secret-keys.ts';

/** Lists the keys of the options, then those that calls made, oldest first. */
export async function listKeys({ store, secretKeys }: Deps): Promise<KeyListBody> {
  return { data: [...secretKeys.fixed.map(formatFixed), ...(await store.listSecretKeys()).map(formatKey)] };
}

/** Makes a key. @param by Who makes it; `undefined` for the process itself. */
export async function createKey(
  deps: Deps,
  { name, scopes, expires_at }: CreateKeyBody,
  by: Principal | undefined,
): Promise<KeyCreatedBody> {
  const expiresAt = expires_at === undefined ? undefined : new Date(expires_at);
  const { key, record } = await createSecretKey(deps, { name, scopes, expiresAt }, by);
  return { data: { ...formatKey(record), key } };
}

/** Revokes a key. */
export async function revokeKey(deps: Deps, keyId: string): Promise<{ success: true }> {
  await revokeSecretKey(deps, keyId);
  return { success: true };
}

function formatKey({ createdAt, expiresAt, lastUsedAt, ...key }: SecretKey): KeyEntry {
  return {
    ...formatFixed(key),
    created_at: createdAt.toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
    last_used_at: lastUsedAt?.toISOString() ?? null,
    revocable: true,
  };
}

function formatFixed({ keyId, name, hint, scopes }: FixedKey): KeyEntry {
  return { id: keyId, name, hint, scopes: [...scopes], created_at: null, expires_at: null, last_used_at: null, revocable: false };
}
