/**
 * PingOne's self-management scopes, which are granted to users alone.
 *
 * @see [PingOne self-management scopes](https://developer.pingidentity.com/pingone-api/foundations/access-services-through-scopes-and-roles/pingone-self-management-scopes.html)
 */
export const SELF_MANAGEMENT_SCOPES: readonly string[] = [
  'p1:read:user',
  'p1:update:user',
  'p1:update:userMfaEnabled',
  'p1:create:device',
  'p1:read:device',
  'p1:update:device',
  'p1:delete:device',
  'p1:read:userPassword',
  'p1:reset:userPassword',
  'p1:validate:userPassword',
  'p1:read:userLinkedAccounts',
  'p1:delete:userLinkedAccounts',
  'p1:create:pairingKey',
  'p1:read:pairingKey',
  'p1:delete:pairingKey',
  'p1:read:sessions',
  'p1:delete:sessions',
  'p1:read:userConsent',
  'p1:read:oauthConsent',
  'p1:update:oauthConsent',
  'p1:verify:user',
];
