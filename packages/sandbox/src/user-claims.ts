import type { DirectoryUser } from './directory.ts';
import type { Environment } from './environments.ts';

/** When the seeded users changed last, in seconds since 1970. */
const UPDATED_AT = Date.parse('2026-06-17T14:02:31Z') / 1000;

/**
 * Tells what PingOne says of a user, in an ID token or as user info.
 *
 * @see [OpenID Connect Core 1.0 §5.4](https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims)
 */
export function buildUserClaims(environment: Environment, user: DirectoryUser, scopes: ReadonlySet<string>): Record<string, unknown> {
  return {
    sub: user.id,
    ...(scopes.has('profile') && {
      preferred_username: user.username,
      given_name: user.given,
      family_name: user.family,
      updated_at: UPDATED_AT,
    }),
    ...(scopes.has('email') && { email: user.email }),
    env: environment.id,
    org: environment.organizationId,
    'p1.region': environment.region.code,
  };
}
