import { createKeyBody, type CreateKeyBody, type KeyCreatedBody, type KeyListBody } from '@latchkey/protocol';
import type { Entrance } from './entrance.ts';
import { createKey, listKeys, revokeKey } from './http/key-operations.ts';
import { readBody } from './http/read-input.ts';
import type { Deps } from './use-cases/deps.ts';

/** What a process may do about secret keys, in the words of the HTTP API. It may do everything, so it may make any key. */
export interface SecretKeyFunctions {
  /**
   * Makes a secret key, which is told this once.
   *
   * @throws {ConnectError} `invalid_body`
   * @example
   * ```ts
   * const { data } = await connect.createSecretKey({ name: 'Nightly export', scopes: ['connections:read', 'proxy'] });
   * ```
   */
  readonly createSecretKey: (body: CreateKeyBody) => Promise<KeyCreatedBody>;
  /** Lists the keys of the option `secretKeys`, then those that calls made, oldest first. Never the keys themselves. */
  readonly listSecretKeys: () => Promise<KeyListBody>;
  /** Revokes a key: at once in this process, within two seconds in others. @throws {ConnectError} `not_found`; `key_is_fixed` */
  readonly revokeSecretKey: (id: string) => Promise<void>;
}

/** Creates them. */
export function createSecretKeyFunctions(deps: Deps, { enter, change }: Entrance): SecretKeyFunctions {
  return {
    createSecretKey: (body) => change('POST /keys', undefined, async () => createKey(deps, readBody(createKeyBody, body), undefined)),
    listSecretKeys: () => enter(() => listKeys(deps)),
    revokeSecretKey: (id) => change('DELETE /keys/{keyId}', id, async () => void (await revokeKey(deps, id))),
  };
}
