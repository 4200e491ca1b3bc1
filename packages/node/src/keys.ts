import { keyCreatedBody, keyListBody, type KeyEntry, type KeyGrant } from '@latchkey/protocol';
import { encodeSegment } from './build-url.ts';
import { hide } from './credentials.ts';
import { buildJson, readAs, readNothing, type CallOptions, type Exchange } from './exchange.ts';
import { readMoment } from './read-moment.ts';

/** What a secret key may do; `all` for everything that there is and will be. */
export type Scope = KeyGrant;

/** A secret key, without the key itself. */
export interface SecretKey {
  readonly id: string;
  readonly name: string;
  /** How the key ends. */
  readonly hint: string;
  readonly scopes: readonly Scope[];
  /** `undefined` for a key that the server's options name. */
  readonly createdAt: Date | undefined;
  /** `undefined` for never. */
  readonly expiresAt: Date | undefined;
  /** To the minute; `undefined` when it was not used yet, and for a key that the options name. */
  readonly lastUsedAt: Date | undefined;
  /** `false` for a key that the server's options name. */
  readonly revocable: boolean;
}

/** A new key. */
export interface CreatedSecretKey extends SecretKey {
  /** The key itself, told this once. Not enumerable: it is read by its name, and neither printed nor copied along. */
  readonly key: string;
}

/** What a new key is to be. */
export interface SecretKeyOrder {
  /** What people know it by. */
  readonly name: string;
  /** No more than the key that makes it has. */
  readonly scopes: readonly Scope[];
  /** From when on it is refused. @default never */
  readonly expiresAt?: Date | undefined;
}

/** Secret keys. */
export interface Keys {
  /** Lists the keys: those of the server's options, then the others, oldest first. */
  readonly list: (options?: CallOptions) => Promise<readonly SecretKey[]>;
  /** Makes a key. @throws {LatchkeyError} `invalid_body`; `forbidden` when it was to do more than yours */
  readonly create: (order: SecretKeyOrder, options?: CallOptions) => Promise<CreatedSecretKey>;
  /** Revokes a key: at once, or within two seconds where the server has several processes. @throws {LatchkeyError} `not_found`; `key_is_fixed` */
  readonly revoke: (id: string, options?: CallOptions) => Promise<void>;
}

/** Creates the methods about secret keys. */
export function createKeys(exchange: Exchange): Keys {
  return {
    list: async (options) => (await exchange({ ...options, method: 'GET', path: '/keys' }, readAs(keyListBody))).data.map(readKey),
    create: async ({ name, scopes, expiresAt }, options) => {
      const body = { name, scopes, expires_at: expiresAt?.toISOString() };
      const { data } = await exchange({ ...options, method: 'POST', path: '/keys', ...buildJson(body) }, readAs(keyCreatedBody));
      return hide({ ...readKey(data), key: data.key }, ['key']);
    },
    revoke: async (id, options) => exchange({ ...options, method: 'DELETE', path: `/keys/${encodeSegment(id)}` }, readNothing),
  };
}

function readKey({ id, name, hint, scopes, created_at, expires_at, last_used_at, revocable }: KeyEntry): SecretKey {
  return {
    id,
    name,
    hint,
    scopes,
    createdAt: readMoment(created_at),
    expiresAt: readMoment(expires_at),
    lastUsedAt: readMoment(last_used_at),
    revocable,
  };
}
