import type { Application } from './environments.ts';
import type { Denial } from './error-bodies.ts';
import { VALIDATION_FAILED } from './error-bodies.ts';
import { NONE_GRANTED } from './judge-scopes.ts';
import type { PresentedClient } from './read-client-credentials.ts';
import type { SwitchValues } from './switches.ts';

/** A token request, read. */
export interface TokenRequest {
  readonly presented: PresentedClient;
  readonly grantType: string | undefined;
  readonly scopes: readonly string[];
}

const KNOWN_GRANTS: ReadonlySet<string> = new Set([
  'authorization_code',
  'implicit',
  'client_credentials',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:token-exchange',
]);
const OIDC_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'address', 'phone']);

export const INVALID_CREDENTIALS: Denial = { status: 401, error: 'invalid_client', reason: 'Request denied: Invalid client credentials' };
const UNSUPPORTED_METHOD: Denial = {
  status: 401,
  error: 'invalid_client',
  reason: 'Request denied: Unsupported authentication method',
};

const DISABLED: Readonly<Record<SwitchValues['disabled_application'], Denial>> = {
  'before-method': INVALID_CREDENTIALS,
  'after-secret': INVALID_CREDENTIALS,
  'explicit-text': { status: 401, error: 'invalid_client', reason: 'Request denied: The application is disabled' },
  forbidden: { status: 403, error: 'access_denied', reason: 'Request denied: Access denied' },
};

/**
 * Tells why PingOne refuses a token request, or `undefined` when it does not.
 *
 * @param application The client that the request names; `undefined` when the environment has none with that ID.
 */
// PingOne: the order of the checks is client → method → secret → enabled → grant → roles → scope. An unknown client has no method to mismatch.
export function judgeTokenRequest(
  application: Application | undefined,
  { presented, grantType, scopes }: TokenRequest,
  switches: SwitchValues,
  now: Date,
): Denial | undefined {
  const denial = judgeClient(application, presented, switches, now);
  if (denial || !application) return denial;
  return judgeGrant(application, grantType, switches) ?? judgeScopes(grantType, scopes);
}

/** Tells why PingOne refuses a client at the endpoints at which a client proves itself, or `undefined` when it does not. */
export function judgeClient(
  application: Application | undefined,
  presented: PresentedClient,
  switches: SwitchValues,
  now: Date,
): Denial | undefined {
  if (!application) return INVALID_CREDENTIALS;
  if (!application.enabled && switches.disabled_application === 'before-method') return INVALID_CREDENTIALS;
  if (presented.authMethod !== application.authMethod) return UNSUPPORTED_METHOD;
  if (!knowsSecret(application, presented, now)) return INVALID_CREDENTIALS;
  return application.enabled ? undefined : DISABLED[switches.disabled_application];
}

function knowsSecret(application: Application, { authMethod, clientSecret }: PresentedClient, now: Date): boolean {
  // A client assertion is verified where the token is issued, and a public client has nothing to know.
  if (authMethod !== 'CLIENT_SECRET_BASIC' && authMethod !== 'CLIENT_SECRET_POST') return true;
  if (clientSecret === application.clientSecret) return true;
  const previous = application.previousSecret;
  return previous !== undefined && clientSecret === previous.secret && now < previous.expiresAt;
}

function judgeGrant(application: Application, grantType: string | undefined, switches: SwitchValues): Denial | undefined {
  if (grantType === undefined) return { status: 400, error: 'invalid_request', reason: `${VALIDATION_FAILED}: grant_type is required` };
  if (!KNOWN_GRANTS.has(grantType)) {
    return { status: 400, error: switches.unknown_grant, reason: 'Request denied: Unsupported grant type' };
  }
  if (!application.grantTypes.includes(grantType)) {
    return { status: 400, error: switches.grant_not_enabled, reason: 'Request denied: Grant type is not enabled for the application' };
  }
  if (grantType !== 'client_credentials') return undefined;
  // RFC 6749 §4.4: only confidential clients may use this grant.
  if (application.authMethod === 'NONE') return UNSUPPORTED_METHOD;
  if (application.roles.length > 0) return undefined;
  return {
    status: Number(switches.no_role_status),
    error: 'access_denied',
    reason: 'Request denied: Application does not have any role assignments',
  };
}

function judgeScopes(grantType: string | undefined, scopes: readonly string[]): Denial | undefined {
  // PingOne: a worker may ask for OpenID Connect's scopes; self-management scopes are for users alone.
  if (grantType !== 'client_credentials' || scopes.length === 0 || scopes.some((scope) => OIDC_SCOPES.has(scope))) return undefined;
  return NONE_GRANTED;
}
