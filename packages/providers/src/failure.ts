import type { Problem } from './provider.ts';

/**
 * What one answer of the provider, or one fact about what was typed, means.
 *
 * A failure is recognised by the set of signs that were seen, so that two answers together can tell what neither tells alone.
 */
export type Sign =
  | 'method_refused'
  | 'client_refused'
  | 'client_disabled'
  | 'no_roles'
  | 'scope_refused'
  | 'grant_refused'
  | 'environment_unknown'
  /** A code or a refresh token is refused; which of them, tells a fact. */
  | 'grant_invalid'
  /** Fact: what was sent to the token endpoint was the code of a sign-on. */
  | 'code_presented'
  /** Fact: what was sent to the token endpoint was a refresh token. */
  | 'refresh_token_presented'
  /** The person, or the environment's policy, said no. */
  | 'consent_refused'
  /** The person would have to sign on, and was not let. */
  | 'sign_on_required'
  /** The provider does not know the redirect URI for this application. */
  | 'redirect_uri_refused'
  /** The provider refuses the authorization request for another reason. */
  | 'authorization_refused'
  /** Fact: the authorization response names another issuer than the one that was asked. */
  | 'issuer_unexpected'
  /** Fact: the ID token does not hold what it must. */
  | 'id_token_invalid'
  /** Fact: the access token has expired, and there is no refresh token. */
  | 'refresh_token_missing'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'unreachable'
  | 'answer_invalid'
  | 'answer_too_large'
  | 'token_refused'
  | 'access_denied'
  | 'token_rejected'
  | 'token_for_other_environment'
  /** What was given as client ID is the ID of an environment. */
  | 'client_id_is_environment'
  /** What was given as environment ID is the organization's ID, as an earlier token named it. */
  | 'environment_is_organization'
  /** The region that was given does not know the environment, and not all other regions answered. */
  | 'other_regions_unclear'
  | 'refused';

/** One request that was made to the provider, and what came back: no secret, no token. */
export interface ProviderAnswer {
  /** `authorization` is what the browser brought back from the provider's authorization endpoint, or what that answered when it was asked ahead. */
  readonly step: 'discovery' | 'authorization' | 'token' | 'api';
  /** `undefined` when nothing came back. */
  readonly status?: number;
  /** OAuth `error` or the platform's `code`. */
  readonly error?: string;
  /** OAuth `error_description` or the platform's `message`. */
  readonly description?: string;
  /** The platform's `details[0].code`. */
  readonly detail?: string;
  /** Why there is no readable answer. */
  readonly transport?: 'timeout' | 'unreachable' | 'too_large' | 'invalid';
  /** The provider's own id of the exchange, for its support. */
  readonly correlationId?: string;
  /** How long the provider asks to wait, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** Reads a sign from one answer: every condition that is given must hold. */
export interface SignRule {
  readonly sign: Sign;
  readonly when: {
    readonly step?: ProviderAnswer['step'];
    /** Lowest and highest status, both included. */
    readonly status?: readonly [number, number];
    readonly error?: string;
    readonly description?: RegExp;
    readonly transport?: ProviderAnswer['transport'];
  };
}

/** One way in which connecting goes wrong. */
export interface Failure extends Problem {
  /** The signs that must all have been seen. The first row that matches wins. */
  readonly saw: readonly Sign[];
  readonly field?: string;
  readonly guideStep?: string;
  /** Two fields whose values stand in each other's place: the form offers to swap them. */
  readonly swap?: readonly [string, string];
  /** Whether the same values may work later, unchanged. */
  readonly retryable: boolean;
  /** The HTTP status of Latchkey's answer. */
  readonly status: number;
}
