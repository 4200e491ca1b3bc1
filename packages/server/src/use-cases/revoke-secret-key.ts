import { connectError } from '../errors.ts';
import type { Deps } from './deps.ts';

/**
 * Revokes a secret key: refused at once by this process, and within two seconds by others.
 *
 * @throws {ConnectError} `not_found`; `key_is_fixed`; `store_unavailable`
 */
export async function revokeSecretKey({ store, secretKeys }: Deps, keyId: string): Promise<void> {
  if (secretKeys.fixed.some((key) => key.keyId === keyId)) throw connectError('key_is_fixed');
  const wasThere = await store.deleteSecretKey(keyId);
  secretKeys.forget();
  if (wasThere) return;
  throw connectError('not_found', { message: 'There is no secret key with this id.', remedy: 'GET /keys lists what there is.' });
}
