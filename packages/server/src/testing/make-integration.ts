import { randomUUID } from 'node:crypto';
import type { SecretKey } from '../core/secret-key.ts';
import type { IntegrationRecord } from '../store/integration-store.ts';

const moment = new Date('2026-11-20T08:15:30.123Z');

/** Makes an integration for a test; each has its own id. */
export function makeIntegration(overrides: Partial<IntegrationRecord> = {}): IntegrationRecord {
  return {
    integrationId: `integration-${randomUUID()}`,
    provider: 'pingone',
    displayName: 'PingOne, „Zoë“ 李',
    sealedClient: `client.${randomUUID()}`,
    scopes: ['openid', 'p1:read:user'],
    createdAt: moment,
    updatedAt: moment,
    ...overrides,
  };
}

/** Makes a secret key for a test; each has its own id and hash. */
export function makeSecretKey(overrides: Partial<SecretKey> = {}): SecretKey {
  return {
    keyId: randomUUID(),
    name: 'Nightly export 李',
    keyHash: randomUUID().replaceAll('-', '').repeat(2),
    hint: 'x_-9',
    scopes: ['connections:read', 'proxy'],
    createdAt: moment,
    expiresAt: new Date('2027-11-20T08:15:30.999Z'),
    lastUsedAt: new Date('2026-11-20T09:00:00.001Z'),
    ...overrides,
  };
}
