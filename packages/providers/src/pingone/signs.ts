import type { SignRule } from '../provider.ts';

/** What PingOne's answers mean. The first rule that matches wins. */
// PingOne: an unknown client and a wrong secret get the same answer, but the authentication method is checked before the secret, and an
// unknown client has no method to mismatch. So the answers to both methods together tell the two apart.
export const signs: readonly SignRule[] = [
  { sign: 'timeout', when: { transport: 'timeout' } },
  { sign: 'unreachable', when: { transport: 'unreachable' } },
  { sign: 'answer_too_large', when: { transport: 'too_large' } },
  { sign: 'rate_limited', when: { status: [429, 429] } },
  { sign: 'unavailable', when: { status: [500, 599] } },
  // A text on a grant that is not enabled speaks of the grant, not of the application.
  {
    sign: 'client_disabled',
    when: { step: 'token', description: /^(?!.*\bgrant\b).{0,200}\b(?:application|client)\b.{0,80}\b(?:disabled|not enabled|inactive)/i },
  },
  { sign: 'method_refused', when: { step: 'token', description: /unsupported authentication method/i } },
  { sign: 'client_refused', when: { step: 'token', error: 'invalid_client' } },
  { sign: 'no_roles', when: { step: 'token', description: /role assignment/i } },
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
