import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { CryptoKey, JWK, KeyObject } from 'jose';
import { exportJWK } from 'jose';
import { deriveId } from './derive-identity.ts';

/** The keys of PingOne's tokens. */
export interface SigningKeys {
  /** Signs every access token. */
  readonly privateJwk: JWK;
  readonly publicKey: KeyObject | CryptoKey;
  /** The public keys as an environment publishes them. */
  readonly listPublished: (environmentId: string) => JWK[];
}

const RSA = { modulusLength: 2048 };
const generateRsaKeyPair = promisify(generateKeyPair);

let shared: Promise<SigningKeys> | undefined;

/** Makes the keys once for the whole process: making RSA keys is slow, and nothing here depends on their being different. */
export function getSigningKeys(): Promise<SigningKeys> {
  shared ??= createSigningKeys();
  return shared;
}

async function createSigningKeys(): Promise<SigningKeys> {
  const [signing, spare] = await Promise.all([generateRsaKeyPair('rsa', RSA), generateRsaKeyPair('rsa', RSA)]);
  // PingOne: tenants share a key whose ID is "default", beside a key of their own.
  const privateJwk = { ...(await exportJWK(signing.privateKey)), kid: 'default' };
  const publicJwk = await exportJWK(signing.publicKey);
  const spareJwk = await exportJWK(spare.publicKey);
  return {
    privateJwk,
    publicKey: signing.publicKey,
    // PingOne: keys carry no "alg".
    listPublished: (environmentId) => [
      { ...publicJwk, kid: 'default', use: 'sig' },
      { ...spareJwk, kid: deriveId(`key:${environmentId}`), use: 'sig' },
    ],
  };
}
