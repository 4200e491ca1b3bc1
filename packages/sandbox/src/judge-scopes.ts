import type { Application, Environment } from './environments.ts';
import type { Denial } from './error-bodies.ts';
import { VALIDATION_FAILED } from './error-bodies.ts';
import type { SwitchValues } from './switches.ts';

export const NONE_GRANTED: Denial = {
  status: 400,
  error: 'invalid_scope',
  reason: `${VALIDATION_FAILED}: At least one scope must be granted`,
};
const SEVERAL_RESOURCES: Denial = {
  status: 400,
  error: 'invalid_scope',
  reason: `${VALIDATION_FAILED}: May not request scopes for multiple resources`,
};

/** Splits a `scope` parameter. */
export function readScopes(scope: string | null | undefined): string[] {
  return [...new Set(scope?.split(' ').filter((name) => name !== ''))];
}

/** Tells which of the requested scopes a user's tokens get, or why there are none. */
// PingOne: the scopes of OpenID Connect and of self-management go together; those of a custom resource do not go with them.
export function judgeUserScopes(
  environment: Environment,
  application: Application,
  requested: readonly string[],
  ungranted: SwitchValues['ungranted_scope'],
): { readonly granted: readonly string[] } | { readonly denial: Denial } {
  // A request without scopes is one for "openid", as far as a sign-on goes.
  if (requested.length === 0) return { granted: ['openid'] };
  const custom = requested.filter((scope) => environment.customScopes.includes(scope));
  if (custom.length > 0 && custom.length < requested.length) return { denial: SEVERAL_RESOURCES };
  const granted = requested.filter((scope) => application.scopes.includes(scope));
  const missing = granted.length < requested.length;
  return granted.length === 0 || (missing && ungranted === 'refused') ? { denial: NONE_GRANTED } : { granted };
}
