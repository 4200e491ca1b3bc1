import type { AccessCheck, Scope } from '../provider.ts';

/**
 * What a sign-on to PingOne may be asked for: the scopes of OpenID Connect, and those by which users manage themselves. They are granted to
 * users, never to a worker application, whose rights come from roles.
 *
 * @see [PingOne self-management scopes](https://developer.pingidentity.com/pingone-api/foundations/access-services-through-scopes-and-roles/pingone-self-management-scopes.html)
 *   and [OpenID Connect Core 1.0 §5.4](https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims)
 */
export const scopes: readonly Scope[] = [
  { name: 'p1:read:user', description: 'Read the profile of the signed-in user.', common: true },
  {
    name: 'p1:update:user',
    description: 'Change the profile of the signed-in user. Not granted to users of an external identity provider.',
    common: true,
  },
  { name: 'p1:read:userPassword', description: 'Read the state of the password: expired, or to be reset.', common: true },
  { name: 'p1:reset:userPassword', description: 'Reset the password.', common: true },
  { name: 'p1:read:device', description: 'Read the registered MFA devices.', common: true },
  { name: 'p1:update:userMfaEnabled', description: 'Turn multi-factor authentication on or off.', common: true },
  { name: 'p1:create:device', description: 'Register an MFA device.', common: false },
  { name: 'p1:update:device', description: 'Change a registered MFA device.', common: false },
  { name: 'p1:delete:device', description: 'Remove a registered MFA device.', common: false },
  { name: 'p1:validate:userPassword', description: 'Check the password.', common: false },
  { name: 'p1:read:userLinkedAccounts', description: 'Read the linked accounts.', common: false },
  { name: 'p1:delete:userLinkedAccounts', description: 'Remove linked accounts.', common: false },
  { name: 'p1:create:pairingKey', description: 'Create a key that pairs a mobile app.', common: false },
  { name: 'p1:read:pairingKey', description: 'Read pairing keys.', common: false },
  { name: 'p1:delete:pairingKey', description: 'Remove pairing keys.', common: false },
  { name: 'p1:read:sessions', description: 'Read the sessions of the signed-in user.', common: false },
  { name: 'p1:delete:sessions', description: 'End sessions of the signed-in user.', common: false },
  { name: 'p1:read:userConsent', description: 'Read the agreements that the user accepted.', common: false },
  { name: 'p1:read:oauthConsent', description: 'Read the consents that the user gave to applications.', common: false },
  { name: 'p1:update:oauthConsent', description: 'Revoke consents that the user gave to applications.', common: false },
  { name: 'p1:verify:user', description: 'Start and read an identity verification.', common: false },
  { name: 'openid', description: 'Confirm who signed in, with an ID token.', common: false },
  { name: 'profile', description: 'Read the name and other standard claims of the signed-in user.', common: false },
  { name: 'email', description: 'Read the email address of the signed-in user.', common: false },
  { name: 'address', description: 'Read the postal address of the signed-in user.', common: false },
  { name: 'phone', description: 'Read the phone number of the signed-in user.', common: false },
  {
    name: 'offline_access',
    description:
      'Get a refresh token. To be asked for only where the application is granted it; elsewhere the Refresh Token grant is enough.',
    common: false,
  },
];

/** Asked for when an integration names no scopes. */
export const defaultScopes: readonly string[] = ['openid', 'profile', 'email', 'p1:read:user'];

/** What a sign-in is asked for once it has a token. */
export const userAccessChecks = [
  {
    name: 'read_profile',
    url: '{auth}/{environmentId}/as/userinfo',
    remedy: 'On the Resources tab of the application, select the scopes openid, profile and email, then connect again.',
    guideStep: 'scopes',
  },
  {
    name: 'read_own_user',
    url: '{api}/v1/environments/{environmentId}/users/{subject}',
    remedy: 'On the Resources tab of the application, select the scope p1:read:user, then connect again.',
    guideStep: 'scopes',
  },
] as const satisfies readonly AccessCheck[];
