import { hash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { KeyPrincipal } from '../core/principal.ts';
import type { SecretKey } from '../core/secret-key.ts';
import { connectError } from '../errors.ts';
import { isSecretKey } from '../secret-key.ts';
import type { Store } from '../store/store.ts';
import type { Background } from './background.ts';
import { createShortMemory } from './short-memory.ts';

/** A key of the option `secretKeys`: it may do everything, and is there as long as the option names it. */
export type FixedKey = Pick<SecretKey, 'keyId' | 'name' | 'hint' | 'scopes'>;

/** The secret keys that there are: those of the options, and those that calls made. */
export interface SecretKeys {
  /** Those of the options, in their order. */
  readonly fixed: readonly FixedKey[];
  /** Finds out whose key this is. @throws {ConnectError} `unknown_account`; `store_unavailable` */
  readonly identify: (token: string) => Promise<KeyPrincipal>;
  /** Forgets what is remembered of the store, because a key was revoked here. */
  readonly forget: () => void;
}

/** What identifying works with. */
interface SecretKeyParts {
  /** The keys of the option. */
  readonly secretKeys: readonly string[];
  readonly store: Pick<Store, 'findSecretKey' | 'noteSecretKeyUse'>;
  readonly clock: Clock;
  readonly background: Background;
}

/** How exactly the last use of a key is known, in milliseconds. */
const USE_NOTED_MS = 60_000;

/**
 * Creates it. A key that a call made is looked up once and then remembered for two seconds: so authentication costs no look-up for each
 * request, and a key that another process revoked is refused no later than that.
 */
export function createSecretKeys({ secretKeys, store, clock, background }: SecretKeyParts): SecretKeys {
  const fixed = secretKeys.map((key, index) => {
    const digest = hashBytes(key);
    return {
      bytes: Buffer.from(key),
      key: { keyId: `option_${digest.toString('hex', 0, 6)}`, name: `secretKeys[${index}]`, hint: hintOf(key), scopes: ['all'] as const },
    };
  });
  const memory = createShortMemory<SecretKey>(clock, (keyHash) => store.findSecretKey(keyHash));
  const notedAt = new Map<string, number>();

  /** Nobody waits for it, and a minute has one note at most, whatever number of requests it has. */
  const noteUse = ({ keyId }: SecretKey, now: Date): void => {
    const noted = notedAt.get(keyId);
    if (noted !== undefined && now.getTime() - noted < USE_NOTED_MS) return;
    notedAt.set(keyId, now.getTime());
    background.start(`use of key ${keyId}`, () => store.noteSecretKeyUse(keyId, now, new Date(now.getTime() - USE_NOTED_MS)));
  };

  return {
    fixed: fixed.map(({ key }) => key),
    identify: async (token) => {
      // Security: every key is compared, and each in constant time, so that neither how far a key matches nor which one shows in the time taken. How long a
      // key is, is no secret.
      const bytes = Buffer.from(token);
      let match: FixedKey | undefined;
      for (const known of fixed) if (known.bytes.length === bytes.length && timingSafeEqual(known.bytes, bytes)) match = known.key;
      if (match !== undefined) return principalOf(match);
      // Nothing else that may come along here is worth a look-up.
      if (!isSecretKey(token)) throw connectError('unknown_account');
      const found = await memory.get(hashSecretKey(token));
      if (found === undefined) throw connectError('unknown_account');
      const now = clock.now();
      if (found.expiresAt !== undefined && now >= found.expiresAt) {
        throw connectError('unknown_account', { message: 'The secret key has expired.', remedy: 'Make a new one with POST /keys.' });
      }
      noteUse(found, now);
      return principalOf(found);
    },
    forget: () => memory.forget(),
  };
}

/**
 * Hashes a key for the store, which never sees the key itself.
 *
 * Security: a fast hash is right here. A slow one makes guessing a password expensive; a key has 256 random bits, which nobody guesses, and a slow
 * one would be paid at every request.
 */
export function hashSecretKey(key: string): string {
  return hashBytes(key).toString('hex');
}

/** The end of a key: enough to tell one from another, and of no use to who looks for the rest. */
export function hintOf(key: string): string {
  return key.slice(-4);
}

function hashBytes(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}

function principalOf({ keyId, name, scopes, expiresAt }: FixedKey & Partial<SecretKey>): KeyPrincipal {
  return { kind: 'key', id: keyId, name, scopes, expiresAt };
}
