import { createHash, timingSafeEqual } from 'node:crypto';
import { connectError } from '../errors.ts';

/**
 * Reads the token of an `Authorization` header.
 *
 * @throws {ConnectError} `missing_auth_header`; `malformed_auth_header`
 * @see [RFC 6750 §2.1](https://www.rfc-editor.org/rfc/rfc6750.html#section-2.1)
 */
export function readBearer(header: string | undefined): string {
  if (header === undefined || header === '') throw connectError('missing_auth_header');
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw connectError('malformed_auth_header');
  return token;
}

/** Checks that a token is one of the secret keys. @throws {ConnectError} `unknown_account` */
export type CheckSecretKey = (token: string) => void;

/** Keeps the hashes of the secret keys, and checks tokens against them. */
export function createSecretKeyCheck(secretKeys: readonly string[]): CheckSecretKey {
  const hashes = secretKeys.map(hash);
  return (token) => {
    const given = hash(token);
    // Security: every key is compared, and each in constant time, so that neither how far a key matches nor which one shows in the time taken.
    const matches = hashes.filter((known) => timingSafeEqual(known, given));
    if (matches.length === 0) throw connectError('unknown_account');
  };
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
