import type { SignRule } from '../failure.ts';

const trouble: readonly SignRule[] = [
  { sign: 'timeout', when: { transport: 'timeout' } },
  { sign: 'unreachable', when: { transport: 'unreachable' } },
  { sign: 'answer_too_large', when: { transport: 'too_large' } },
  { sign: 'rate_limited', when: { status: [429, 429] } },
  { sign: 'unavailable', when: { status: [500, 599] } },
];

const DISABLED = /^(?!.*\bgrant\b).{0,200}\b(?:application|client)\b.{0,80}\b(?:disabled|not enabled|inactive)/i;

/** A page may repeat the request, so the name alone says nothing. */
const REDIRECT_URI_REFUSED =
  /redirect[ _-]?ur[il]\b.{0,60}\b(?:mismatch|invalid|unknown|not|missing)\b|\b(?:mismatch|invalid|unknown|unregistered)\w*\b.{0,60}redirect[ _-]?ur[il]\b/is;

const answers: readonly SignRule[] = [
  // A text on a grant that is not enabled speaks of the grant, not of the application.
  { sign: 'client_disabled', when: { step: 'token', description: DISABLED } },
  { sign: 'method_refused', when: { step: 'token', description: /unsupported authentication method/i } },
  { sign: 'client_refused', when: { step: 'token', error: 'invalid_client' } },
  { sign: 'scope_refused', when: { step: 'token', error: 'invalid_scope' } },
  { sign: 'grant_refused', when: { step: 'token', error: 'unauthorized_client' } },
  { sign: 'grant_refused', when: { step: 'token', error: 'unsupported_grant_type' } },
  { sign: 'token_refused', when: { step: 'token', error: 'access_denied' } },
  { sign: 'token_refused', when: { step: 'token', status: [403, 403] } },
  { sign: 'environment_unknown', when: { step: 'token', error: 'NOT_FOUND' } },
  { sign: 'environment_unknown', when: { step: 'token', status: [400, 404], description: /environment/i } },
  { sign: 'environment_unknown', when: { step: 'token', status: [404, 404] } },
  // A 401 or 403 comes from something on the way, and says nothing of the environment.
  { sign: 'environment_unknown', when: { step: 'discovery', status: [400, 400] } },
  { sign: 'environment_unknown', when: { step: 'discovery', status: [404, 404] } },
  { sign: 'token_rejected', when: { step: 'api', status: [401, 401] } },
  // PingOne: an unknown path is answered by the gateway in front of the API, with a 403 that has nothing to do with roles.
  { sign: 'answer_invalid', when: { step: 'api', description: /invalid key=value pair/i } },
  { sign: 'access_denied', when: { step: 'api', status: [403, 404] } },
  { sign: 'answer_invalid', when: { transport: 'invalid' } },
];

/** What PingOne's answers to a worker application mean. The first rule that matches wins. */
// PingOne: an unknown client and a wrong secret get the same answer, but the authentication method is checked before the secret, and an
// unknown client has no method to mismatch. So the answers to both methods together tell the two apart.
export const workerSigns: readonly SignRule[] = [
  ...trouble,
  { sign: 'no_roles', when: { step: 'token', description: /role assignment/i } },
  ...answers,
];

/** What PingOne's answers to a sign-on mean. The first rule that matches wins. */
export const signOnSigns: readonly SignRule[] = [
  ...trouble,
  { sign: 'unavailable', when: { step: 'authorization', error: 'server_error' } },
  { sign: 'unavailable', when: { step: 'authorization', error: 'temporarily_unavailable' } },
  // PingOne: a redirect URI that it does not know is answered on its own sign-on page, or with a status; the text alone tells.
  { sign: 'redirect_uri_refused', when: { step: 'authorization', description: REDIRECT_URI_REFUSED } },
  // PingOne: an unknown application and a disabled one may get one text that names both.
  { sign: 'client_refused', when: { step: 'authorization', error: 'invalid_client' } },
  {
    sign: 'client_refused',
    when: { step: 'authorization', description: /\b(?:application|client)\b.{0,80}\b(?:not exist|not found|unknown)/i },
  },
  { sign: 'client_disabled', when: { step: 'authorization', description: DISABLED } },
  { sign: 'environment_unknown', when: { step: 'authorization', error: 'NOT_FOUND' } },
  { sign: 'environment_unknown', when: { step: 'authorization', status: [404, 404] } },
  { sign: 'sign_on_required', when: { step: 'authorization', error: 'login_required' } },
  { sign: 'sign_on_required', when: { step: 'authorization', error: 'interaction_required' } },
  { sign: 'sign_on_required', when: { step: 'authorization', error: 'account_selection_required' } },
  { sign: 'consent_refused', when: { step: 'authorization', error: 'consent_required' } },
  { sign: 'consent_refused', when: { step: 'authorization', error: 'access_denied' } },
  { sign: 'scope_refused', when: { step: 'authorization', error: 'invalid_scope' } },
  { sign: 'grant_refused', when: { step: 'authorization', error: 'unauthorized_client' } },
  { sign: 'grant_refused', when: { step: 'authorization', error: 'unsupported_response_type' } },
  // An answer that is a page is one of PingOne's too, as long as it refuses.
  { sign: 'authorization_refused', when: { step: 'authorization', status: [400, 499] } },
  { sign: 'authorization_refused', when: { step: 'authorization', description: /./ } },
  { sign: 'authorization_refused', when: { step: 'authorization', error: 'invalid_request' } },
  { sign: 'grant_invalid', when: { step: 'token', error: 'invalid_grant' } },
  // RFC 6750 §3.1: the token is good, and its scopes do not reach so far.
  { sign: 'access_denied', when: { step: 'api', error: 'insufficient_scope' } },
  ...answers,
];
