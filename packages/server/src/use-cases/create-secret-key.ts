import { randomUUID } from 'node:crypto';
import { holdsScope, type KeyGrant } from '@latchkey/protocol';
import type { Principal } from '../core/principal.ts';
import type { SecretKey } from '../core/secret-key.ts';
import { connectError } from '../errors.ts';
import { generateSecretKey } from '../secret-key.ts';
import type { Deps } from './deps.ts';
import { hashSecretKey, hintOf } from './secret-keys.ts';

/** What a new key is to be. */
export interface SecretKeyOrder {
  readonly name: string;
  readonly scopes: readonly KeyGrant[];
  /** @default never */
  readonly expiresAt?: Date | undefined;
}

/** A new key. The key itself is told this once. */
export interface CreatedSecretKey {
  readonly key: string;
  readonly record: SecretKey;
}

/**
 * Makes a secret key.
 *
 * @param by Who makes it; `undefined` for the process itself, which may do everything.
 * @throws {ConnectError} `forbidden` when it was to do more than who makes it, or for longer; `invalid_body` when it has expired already; `store_unavailable`;
 *   `store_full`
 */
export async function createSecretKey(deps: Deps, order: SecretKeyOrder, by: Principal | undefined): Promise<CreatedSecretKey> {
  const { name, scopes, expiresAt } = order;
  const beyond = by === undefined ? [] : scopes.filter((scope) => !holdsScope(by.scopes, scope));
  if (beyond.length > 0) {
    throw connectError('forbidden', {
      message: `Nobody makes a key that may do more than their own, and yours lacks: ${beyond.map((scope) => `"${scope}"`).join(', ')}.`,
      remedy: 'Leave these scopes out, or use a key that has them.',
    });
  }
  const end = by?.kind === 'key' ? by.expiresAt : undefined;
  if (end !== undefined && (expiresAt === undefined || expiresAt > end)) {
    throw connectError('forbidden', {
      message: `Nobody makes a key that outlives their own, and yours ends at ${end.toISOString()}.`,
      remedy: 'Let it end no later, or use a key that lives longer.',
    });
  }
  const now = deps.clock.now();
  if (expiresAt !== undefined && expiresAt <= now) {
    const problem = { code: 'custom', message: 'This moment has passed, so the key would be of no use.', path: ['expires_at'] };
    throw connectError('invalid_body', { errors: [problem] });
  }
  const key = generateSecretKey();
  const record: SecretKey = {
    keyId: randomUUID(),
    name,
    keyHash: hashSecretKey(key),
    hint: hintOf(key),
    scopes,
    createdAt: now,
    expiresAt,
    lastUsedAt: undefined,
  };
  await deps.store.insertSecretKey(record);
  return { key, record };
}
