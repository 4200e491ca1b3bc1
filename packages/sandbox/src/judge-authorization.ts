import type { Application, Environment } from './environments.ts';
import type { Denial } from './error-bodies.ts';
import { VALIDATION_FAILED } from './error-bodies.ts';
import { judgeUserScopes, readScopes } from './judge-scopes.ts';
import { matchesRedirectUri } from './match-redirect-uri.ts';
import type { SwitchValues } from './switches.ts';

/** What becomes of an authorization request. */
export type AuthorizationVerdict =
  /** Nobody knows that the address belongs to the application, so the person stays here. */
  | { readonly kind: 'keep'; readonly message: string; readonly target: string }
  | { readonly kind: 'send-back'; readonly denial: Denial }
  | { readonly kind: 'pass'; readonly scopes: readonly string[] };

/** The response types that PingOne knows, beside `code`, which is all that the sandbox gives. */
const OTHER_RESPONSE_TYPES = new Set(['id_token', 'token id_token', 'code id_token', 'code token', 'code token id_token']);
const RESPONSE_MODES = new Set(['query', 'fragment', 'form_post']);

/**
 * Judges an authorization request as PingOne does, before anybody signs on.
 *
 * @see [RFC 6749 §4.1.2.1](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.2.1)
 */
export function judgeAuthorization(
  environment: Environment,
  application: Application | undefined,
  params: URLSearchParams,
  switches: SwitchValues,
): AuthorizationVerdict {
  if (!application?.enabled || !application.grantTypes.includes('authorization_code')) {
    return { kind: 'keep', target: 'client_id', message: 'The application does not exist or is disabled' };
  }
  const redirectUri = params.get('redirect_uri');
  // Security: a redirect URI that is not the application's own is never redirected to.
  if (redirectUri === null || !matchesRedirectUri(application.redirectUris, redirectUri)) {
    return { kind: 'keep', target: 'redirect_uri', message: 'Redirect URI mismatch' };
  }
  const denial = judgeResponse(params) ?? judgeProofKey(application, params);
  if (denial) return { kind: 'send-back', denial };
  const scopes = judgeUserScopes(environment, application, readScopes(params.get('scope')), switches.ungranted_scope);
  return 'denial' in scopes ? { kind: 'send-back', denial: scopes.denial } : { kind: 'pass', scopes: scopes.granted };
}

function judgeResponse(params: URLSearchParams): Denial | undefined {
  // RFC 6749 §3.1: no parameter may be there twice.
  const repeated = [...new Set(params.keys())].find((name) => params.getAll(name).length > 1);
  if (repeated !== undefined) return refuse('invalid_request', `${repeated} must not be repeated`);
  if (params.has('request')) return refuse('request_not_supported', 'Request objects are not supported');
  const type = params.get('response_type');
  if (type === null) return refuse('invalid_request', 'response_type is required');
  if (OTHER_RESPONSE_TYPES.has(type)) return refuse('unauthorized_client', 'The response type is not enabled for the application');
  if (type !== 'code') return refuse('unsupported_response_type', 'Unsupported response type');
  if (RESPONSE_MODES.has(params.get('response_mode') ?? 'query')) return undefined;
  return refuse('invalid_request', 'Unsupported response mode');
}

/** @see [RFC 7636 §4.4.1](https://www.rfc-editor.org/rfc/rfc7636.html#section-4.4.1) */
function judgeProofKey({ pkce }: Application, params: URLSearchParams): Denial | undefined {
  const challenge = params.get('code_challenge');
  const method = params.get('code_challenge_method') ?? 'plain';
  if (challenge === null) return pkce === 'OPTIONAL' ? undefined : refuse('invalid_request', 'code_challenge is required');
  if (!/^[\w.~-]{43,128}$/.test(challenge)) return refuse('invalid_request', 'code_challenge is malformed');
  if (method !== 'S256' && method !== 'plain') return refuse('invalid_request', 'Unsupported code_challenge_method');
  if (method === 'plain' && pkce === 'S256_REQUIRED') return refuse('invalid_request', 'code_challenge_method must be S256');
  return undefined;
}

function refuse(error: string, what: string): Denial {
  return { status: 400, error, reason: `${VALIDATION_FAILED}: ${what}` };
}
