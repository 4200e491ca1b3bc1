import { createHash, randomUUID } from 'node:crypto';
import type { Authorization } from '../core/authorization.ts';

const moment = new Date('2026-11-20T08:15:30.123Z');
const hash = (): string => createHash('sha256').update(randomUUID()).digest('hex');

/** Makes an attempt to sign in that has begun, for a test; each has its own id and hashes. */
export function makeAuthorization(overrides: Partial<Authorization> = {}): Authorization {
  return {
    authorizationId: randomUUID(),
    integrationId: 'pingone',
    sessionTokenHash: hash(),
    endUserId: 'user-1',
    endUserOrganizationId: 'org-1',
    config: { environmentId: randomUUID(), tld: 'eu' },
    notices: [{ code: 'region_corrected', field: 'tld', value: 'eu' }],
    scopes: ['openid', 'p1:read:user'],
    authMethod: 'CLIENT_SECRET_POST',
    issuers: ['https://auth.pingone.eu/env/as', 'https://id.example/as'],
    namesIssuer: true,
    openerOrigin: 'https://app.example',
    returnUrl: 'https://app.example/settings?tab=ü',
    ticketHash: hash(),
    stateHash: hash(),
    bindingHash: undefined,
    inPopup: false,
    sealedSecrets: `secrets.${randomUUID()}`,
    createdAt: moment,
    expiresAt: new Date(moment.getTime() + 600_000),
    claimedAt: undefined,
    outcome: undefined,
    ...overrides,
  };
}
