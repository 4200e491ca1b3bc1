/** What a secret key may be allowed, each for itself. */
export const keyScopes = [
  'integrations:read',
  'integrations:read_credentials',
  'integrations:write',
  'connections:read',
  'connections:read_credentials',
  'connections:read_secrets',
  'connections:write',
  'sessions:write',
  'proxy',
  'logs:read',
  'webhooks:read',
  'webhooks:write',
  'keys:read',
  'keys:write',
  'audit:read',
  'settings:read',
] as const;

/** @see {@link keyScopes} */
export type KeyScope = (typeof keyScopes)[number];

/** What a secret key is given: scopes, or everything that there is and will be. */
export type KeyGrant = KeyScope | 'all';

/** Tells whether a key that was given these may do what needs this one. `all` itself is had only by who was given `all`. */
export function holdsScope(held: readonly KeyGrant[], wanted: KeyGrant): boolean {
  return held.includes('all') || held.includes(wanted);
}
