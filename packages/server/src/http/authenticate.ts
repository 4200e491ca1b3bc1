import type { Principal } from '../core/principal.ts';
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

/** Finds out whose secret key a token is. @throws {ConnectError} `unknown_account`; `store_unavailable` */
export type CheckSecretKey = (token: string) => Promise<Principal>;
