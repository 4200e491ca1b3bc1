import { deriveId } from './derive-identity.ts';
import type { Scenario } from './scenario.ts';

/** Scenarios of codes and refresh tokens. */
export const grantScenarios: readonly Scenario[] = [
  {
    id: 'code_refused',
    title: 'The code is refused',
    does: 'The code was used before, or is too old: invalid_grant.',
    reach: 'Exchange a code twice, or more than a minute after it was given.',
    steps: ['token'],
    effects: { used: { codeFate: 'used' }, expired: { codeFate: 'expired' } },
  },
  {
    id: 'refresh_token_refused',
    title: 'The refresh token is refused',
    does: 'The refresh token has expired, was revoked, was used elsewhere before (which revokes all that followed from the sign-on), or its session has ended: invalid_grant.',
    steps: ['token'],
    effects: {
      expired: { refreshTokenFate: 'expired' },
      revoked: { refreshTokenFate: 'revoked' },
      'reused-elsewhere': { refreshTokenFate: 'used' },
      'session-ended': { refreshTokenFate: 'session-ended' },
    },
  },
  {
    id: 'no_refresh_token',
    title: 'No refresh token',
    does: 'The answer to the code has no refresh token, as if the Refresh Token grant were not ticked.',
    reach: 'Use “Portal without refresh token” of the first environment.',
    steps: ['token'],
    effects: {
      on: {
        pretend: (application) => ({ ...application, grantTypes: application.grantTypes.filter((grant) => grant !== 'refresh_token') }),
      },
    },
  },
  {
    id: 'id_token_invalid',
    title: 'An ID token that does not belong to the sign-on',
    does: 'The ID token has another nonce, audience or issuer than it must, has expired, or is signed by somebody else.',
    steps: ['token'],
    effects: {
      'other-nonce': { idTokenClaims: () => ({ nonce: 'another-nonce' }) },
      'other-audience': { idTokenClaims: () => ({ aud: deriveId('another application') }) },
      'other-issuer': { idTokenClaims: () => ({ iss: 'https://issuer.example/as' }) },
      expired: { idTokenClaims: (now) => ({ iat: readSeconds(now) - 7200, exp: readSeconds(now) - 3600 }) },
      'other-signature': { spoilsIdTokenSignature: true },
    },
  },
  {
    id: 'token_answer_lost',
    title: 'The token answer gets lost',
    does: 'The code or refresh token is used up, and the connection is cut before the answer.',
    steps: ['token'],
    effects: { on: { losesAnswer: true } },
  },
  {
    id: 'token_slow',
    title: 'A slow token endpoint',
    does: 'The token endpoint answers half a second, five or thirty seconds later.',
    steps: ['token'],
    effects: { 'half-a-second': { delayMs: 500 }, 'five-seconds': { delayMs: 5000 }, 'thirty-seconds': { delayMs: 30_000 } },
  },
  {
    id: 'short_access_token',
    title: 'Access tokens that expire soon',
    does: 'The access tokens that are given live 5 seconds, or 65.',
    steps: ['token'],
    effects: { 'five-seconds': { accessTokenSeconds: 5 }, 'sixty-five-seconds': { accessTokenSeconds: 65 } },
  },
  {
    id: 'short_refresh_token',
    title: 'Refresh tokens that expire soon',
    does: 'The refresh tokens that are given live 5 seconds, or 65.',
    steps: ['token'],
    effects: { 'five-seconds': { refreshTokenSeconds: 5 }, 'sixty-five-seconds': { refreshTokenSeconds: 65 } },
  },
];

function readSeconds(now: Date): number {
  return Math.floor(now.getTime() / 1000);
}
