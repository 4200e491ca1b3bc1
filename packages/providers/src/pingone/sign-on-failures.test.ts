import { describe, expect, it } from 'vitest';
import { explainFailure } from '../explain-failure.ts';
import type { ProviderAnswer, Sign } from '../failure.ts';
import { credentials, ID, invalid, method, noAccess, page, platform, token } from '../testing/pingone-answers.ts';
import { pingOne as provider } from './pingone.ts';

/** What the browser brought back from the authorization endpoint. */
function back(error: string, reason?: string): ProviderAnswer {
  return {
    step: 'authorization',
    error,
    ...(reason !== undefined && { description: `${reason} (Correlation ID: ${ID})`, correlationId: ID }),
  };
}

/** What the authorization endpoint, or the sign-on page to which it leads, shows when it sends nobody back. */
function kept(status: number | undefined, reason: string): ProviderAnswer {
  return {
    step: 'authorization',
    error: 'INVALID_REQUEST',
    description: reason,
    correlationId: ID,
    ...(status !== undefined && { status }),
  };
}

const codeIsGood = token(400, 'invalid_grant', `${invalid}: The authorization code or refresh token is invalid`);
const unknownOrDisabled = kept(undefined, 'The application does not exist or is disabled');
const atCode: readonly Sign[] = ['code_presented'];
const atRefresh: readonly Sign[] = ['refresh_token_presented'];

/** What PingOne is known, or thought, to answer in each case; where nobody has seen the answer, in every plausible variant. */
const cases: readonly [code: string, what: string, answers: readonly ProviderAnswer[], facts?: readonly Sign[]][] = [
  ['redirect_uri_mismatch', 'on the sign-on page', [kept(undefined, 'Redirect URI mismatch')]],
  ['redirect_uri_mismatch', 'with a status, in the platform’s shape', [kept(400, `${invalid} redirect_uri: Redirect URI mismatch`)]],
  [
    'redirect_uri_mismatch',
    'as a page',
    [{ step: 'authorization', status: 400, description: 'Redirect URI mismatch', transport: 'invalid' }],
  ],
  ['redirect_uri_mismatch', 'in the words of OAuth', [kept(400, 'Invalid redirect_uri')]],
  ['redirect_uri_mismatch', 'while the client is good', [codeIsGood, kept(undefined, 'Redirect URI mismatch')]],
  ['consent_refused', 'the person refuses', [back('access_denied', `${invalid}: access_denied`)]],
  ['consent_refused', 'refused without a text', [back('access_denied')]],
  ['consent_refused', 'consent is not to be had', [back('consent_required')]],
  [
    'login_required',
    'nobody signs on',
    [back('login_required', 'The request could not be completed. There was an issue processing the request.')],
  ],
  ['login_required', 'the person would have to do something', [back('interaction_required')]],
  ['login_required', 'the person would have to choose', [back('account_selection_required')]],
  ['scope_refused', 'none can be granted', [back('invalid_scope', `${invalid}: At least one scope must be granted`)]],
  ['scope_refused', 'two resources', [back('invalid_scope', `${invalid}: May not request scopes for multiple resources`)]],
  ['scope_refused', 'found while the client is good', [codeIsGood, back('invalid_scope')]],
  [
    'scope_refused',
    'found at the token endpoint',
    [token(400, 'invalid_scope', `${invalid}: At least one scope must be granted`)],
    atRefresh,
  ],
  ['wrong_client_secret', 'Post with a wrong secret, then Basic', [credentials, method]],
  ['wrong_client_secret', 'Post for a Basic application, then a wrong secret', [method, credentials]],
  ['wrong_client_secret', 'disabled, told as if the secret were wrong', [credentials, method, unknownOrDisabled]],
  ['unknown_client', 'both methods refused as unknown', [credentials, credentials]],
  ['unknown_client', 'and the authorization endpoint knows it as little', [credentials, credentials, unknownOrDisabled]],
  ['unknown_client', 'the authorization endpoint alone was clear', [unknownOrDisabled]],
  ['unknown_client', 'in the words of OAuth', [back('invalid_client', 'Unknown client')]],
  ['unknown_client', 'the secret was rotated since, told without a second method', [credentials], atRefresh],
  [
    'application_disabled',
    'told by the text',
    [token(401, 'invalid_client', 'Request denied: The application is disabled'), unknownOrDisabled],
  ],
  [
    'application_disabled',
    'told by the authorization endpoint',
    [back('unauthorized_client', 'Request denied: Application is not enabled')],
  ],
  [
    'wrong_application_type',
    'a worker, told by the token endpoint',
    [token(400, 'unauthorized_client', 'Request denied: Grant type is not enabled for the application'), unknownOrDisabled],
  ],
  [
    'wrong_application_type',
    'a worker that is set to Basic',
    [method, token(400, 'unsupported_grant_type', 'Request denied: Unsupported grant type')],
  ],
  [
    'wrong_application_type',
    'told by the authorization endpoint',
    [back('unauthorized_client', `${invalid}: The response type is not enabled for the application`)],
  ],
  ['wrong_application_type', 'no response type that gives a code', [back('unsupported_response_type')]],
  ['auth_method_unsupported', 'both methods refused', [method, method]],
  ['token_refused', 'without a reason', [token(403, 'access_denied', 'Request denied: Access denied')], atCode],
  ['token_refused', 'in the platform’s shape', [platform('token', 403, 'ACCESS_FAILED', noAccess)], atCode],
  ['code_refused', 'used before', [codeIsGood], atCode],
  [
    'code_refused',
    'with another text',
    [token(400, 'invalid_grant', `${invalid}: The authorization code or refresh token does not exist`)],
    atCode,
  ],
  ['code_refused', 'without a text, with status 401', [{ step: 'token', status: 401, error: 'invalid_grant' }], atCode],
  ['code_refused', 'by an application that is set to Basic', [method, codeIsGood], atCode],
  ['refresh_token_refused', 'expired, revoked, or used before', [codeIsGood], atRefresh],
  ['refresh_token_refused', 'without a text', [{ step: 'token', status: 400, error: 'invalid_grant' }], atRefresh],
  ['no_refresh_token', 'the access token has expired, and there is none', [], ['refresh_token_missing']],
  ['mix_up', 'the response names another issuer', [], ['issuer_unexpected']],
  ['mix_up', 'and says that something else is wrong', [back('access_denied')], ['issuer_unexpected']],
  ['id_token_invalid', 'the ID token is another sign-on’s', [], ['id_token_invalid']],
  ['authorization_refused', 'a parameter is not allowed', [back('invalid_request', `${invalid}: code_challenge is required`)]],
  ['authorization_refused', 'without a text', [back('invalid_request')]],
  ['authorization_refused', 'kept, for a reason that is not known', [kept(400, 'The policy does not allow this request')]],
  ['authorization_refused', 'as a page without words', [page('authorization', 400)]],
  ['authorization_refused', 'an error that stands in no documentation', [back('policy_failed', 'Policy evaluation failed')]],
  [
    'environment_not_found',
    'at the authorization endpoint',
    [platform('authorization', 404, 'NOT_FOUND', `Unable to find environment with ID: '${ID}'`)],
  ],
  ['environment_not_found', 'at the authorization endpoint, as a page', [page('authorization', 404)]],
  ['environment_not_found', 'before anything else', [page('discovery', 404)]],
  ['environment_not_in_region', 'the chosen region says no, and another says nothing', [page('discovery', 404)], ['other_regions_unclear']],
  ['swapped_ids', 'a client ID of the person’s own is known as an environment', [page('discovery', 404)], ['client_id_is_environment']],
  ['organization_id_as_environment_id', 'the ID is known as an organization’s', [page('discovery', 404)], ['environment_is_organization']],
  ['token_for_other_environment', 'the token names another environment', [], ['token_for_other_environment']],
  ['token_rejected', 'the API refuses the token', [platform('api', 401, 'ACCESS_FAILED', noAccess, 'INVALID_TOKEN')]],
  ['provider_rate_limited', 'at the authorization endpoint', [page('authorization', 429)]],
  ['provider_unavailable', 'told by a redirect', [back('temporarily_unavailable', 'Try later')]],
  ['provider_unavailable', 'told by a redirect as a defect', [back('server_error')]],
  ['provider_unavailable', 'a page of a gateway', [page('authorization', 502)]],
  ['provider_timeout', 'a slow token endpoint', [{ step: 'token', transport: 'timeout' }], atCode],
  ['provider_unreachable', 'no connection', [{ step: 'token', transport: 'unreachable' }], atCode],
  ['provider_answer_too_large', 'an answer without end', [{ step: 'token', status: 200, transport: 'too_large' }], atCode],
  ['provider_answer_invalid', 'a page in place of tokens', [page('token', 200)], atCode],
  ['provider_refused', 'a refused code that nobody presented', [codeIsGood]],
  [
    'provider_refused',
    'an error that stands in no documentation',
    [token(400, 'temporarily_unsupported', 'Request denied: Policy evaluation failed')],
    atCode,
  ],
];

describe('the failures of a sign-in', () => {
  it.each(cases)('%s: %s', (code, _what, answers, facts) => {
    expect(explainFailure(provider, answers, facts).code).toBe(code);
  });

  it.each(provider.failures.map(({ code }) => code))('%s can be reached', (code) => {
    expect(cases.map(([reached]) => reached)).toContain(code);
  });
});
