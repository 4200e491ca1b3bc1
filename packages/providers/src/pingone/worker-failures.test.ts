import { describe, expect, it } from 'vitest';
import { explainFailure } from '../explain-failure.ts';
import type { ProviderAnswer, Sign } from '../failure.ts';
import { credentials, ID, invalid, method, noAccess, page, platform, token } from '../testing/pingone-answers.ts';
import { pingOneClientCredentials as provider } from './pingone-cc.ts';

/** What PingOne is known, or thought, to answer in each case; the cases whose answers nobody has seen stand there in every plausible variant. */
const cases: readonly [code: string, what: string, answers: readonly ProviderAnswer[], facts?: readonly Sign[]][] = [
  ['wrong_client_secret', 'Post with a wrong secret, then Basic', [credentials, method]],
  ['wrong_client_secret', 'Post for a Basic application, then a wrong secret', [method, credentials]],
  ['wrong_client_secret', 'disabled, told after the secret as if it were wrong', [credentials, method]],
  ['unknown_client', 'both methods refused as unknown', [credentials, credentials]],
  ['unknown_client', 'disabled, told before the method as if it were unknown', [credentials, credentials]],
  [
    'application_disabled',
    'disabled, told by the text with 401',
    [token(401, 'invalid_client', 'Request denied: The application is disabled')],
  ],
  [
    'application_disabled',
    'disabled, told by the text after the method',
    [method, token(401, 'invalid_client', 'Request denied: Client is inactive')],
  ],
  [
    'application_disabled',
    'disabled, as unauthorized_client',
    [token(400, 'unauthorized_client', 'Request denied: Application is not enabled')],
  ],
  ['application_disabled', 'disabled, as access_denied', [token(403, 'access_denied', 'Request denied: Application disabled')]],
  ['token_refused', 'disabled, forbidden without a reason', [token(403, 'access_denied', 'Request denied: Access denied')]],
  ['token_refused', 'refused in the platform’s shape', [platform('token', 403, 'ACCESS_FAILED', noAccess, 'INSUFFICIENT_PERMISSIONS')]],
  ['auth_method_unsupported', 'both methods refused', [method, method]],
  ['no_roles', 'no role, status 403', [token(403, 'access_denied', 'Request denied: Application does not have any role assignments')]],
  ['no_roles', 'no role, status 400', [token(400, 'access_denied', 'Request denied: Application does not have any role assignments')]],
  [
    'no_roles',
    'no role of an application with Basic',
    [method, token(403, 'access_denied', 'Request denied: Application does not have any role assignments')],
  ],
  [
    'wrong_application_type',
    'grant not enabled',
    [token(400, 'unauthorized_client', 'Request denied: Grant type is not enabled for the application')],
  ],
  ['weak_roles', 'an application with Basic', [method, platform('api', 403, 'ACCESS_FAILED', noAccess)]],
  ['scope_refused', 'an application with Basic', [method, token(400, 'invalid_scope', `${invalid}: At least one scope must be granted`)]],
  ['wrong_application_type', 'grant not supported', [token(400, 'unsupported_grant_type', 'Request denied: Unsupported grant type')]],
  [
    'wrong_application_type',
    'grant not enabled, told of the application',
    [token(400, 'unauthorized_client', 'The application is not enabled for this grant')],
  ],
  ['scope_refused', 'self-management scopes', [token(400, 'invalid_scope', `${invalid}: At least one scope must be granted`)]],
  ['scope_refused', 'scopes of two resources', [token(400, 'invalid_scope', `${invalid}: May not request scopes for multiple resources`)]],
  [
    'environment_not_found',
    'discovery, in the platform’s shape',
    [platform('discovery', 404, 'NOT_FOUND', `Unable to find environment with ID: '${ID}'`)],
  ],
  [
    'environment_not_found',
    'discovery, in the shape of OAuth',
    [{ ...token(400, 'invalid_request', 'Environment not found'), step: 'discovery' }],
  ],
  ['environment_not_found', 'discovery, as a page', [page('discovery', 404)]],
  [
    'environment_not_found',
    'token, in the platform’s shape',
    [platform('token', 404, 'NOT_FOUND', 'The requested resource object cannot be found.')],
  ],
  ['environment_not_found', 'token, in the shape of OAuth', [token(400, 'invalid_request', 'Request denied: Environment not found')]],
  ['environment_not_found', 'token, as a page', [page('token', 404)]],
  ['swapped_ids', 'the client ID is known as an environment', [page('discovery', 404)], ['client_id_is_environment']],
  ['organization_id_as_environment_id', 'the ID is known as an organization’s', [page('discovery', 404)], ['environment_is_organization']],
  ['environment_not_in_region', 'the chosen region says no, and another says nothing', [page('discovery', 404)], ['other_regions_unclear']],
  [
    'organization_id_as_environment_id',
    'the ID is known as an organization’s, while a region says nothing',
    [page('discovery', 404)],
    ['other_regions_unclear', 'environment_is_organization'],
  ],
  ['token_for_other_environment', 'the token names another environment', [], ['token_for_other_environment']],
  [
    'token_for_other_environment',
    'and the API refuses it',
    [platform('api', 403, 'ACCESS_FAILED', noAccess)],
    ['token_for_other_environment'],
  ],
  ['token_rejected', 'the API refuses the token', [platform('api', 401, 'ACCESS_FAILED', noAccess, 'INVALID_TOKEN')]],
  ['weak_roles', 'the API refuses the actor', [platform('api', 403, 'ACCESS_FAILED', noAccess, 'INSUFFICIENT_PERMISSIONS')]],
  [
    'weak_roles',
    'the actor’s sentence at the top',
    [platform('api', 403, 'ACCESS_FAILED', 'The actor attempting to perform the request is not authorized.')],
  ],
  [
    'weak_roles',
    'the licence does not allow it',
    [platform('api', 403, 'ACCESS_FAILED', 'You do not have permissions or are not licensed to make this request')],
  ],
  ['weak_roles', 'the environment is hidden from it', [platform('api', 404, 'NOT_FOUND', `Unable to find environment with ID: '${ID}'`)]],
  ['weak_roles', 'after a wrong region was put right', [page('discovery', 404), platform('api', 403, 'ACCESS_FAILED', noAccess)]],
  ['provider_rate_limited', 'token endpoint', [{ step: 'token', status: 429, error: 'REQUEST_LIMITED', retryAfterSeconds: 3 }]],
  ['provider_rate_limited', 'API', [{ step: 'api', status: 429, error: 'REQUEST_LIMITED', detail: 'QUOTA_EXCEEDED' }]],
  [
    'provider_unavailable',
    'busy, with the date until when',
    [{ step: 'token', status: 503, error: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 12 }],
  ],
  ['provider_unavailable', 'an unexpected error', [platform('api', 500, 'UNEXPECTED_ERROR', 'An unexpected error occurred.')]],
  ['provider_unavailable', 'a page of a gateway', [page('discovery', 502)]],
  ['provider_timeout', 'no answer', [{ step: 'discovery', transport: 'timeout' }]],
  ['provider_timeout', 'after the method was refused', [method, { step: 'token', transport: 'timeout' }]],
  ['provider_unreachable', 'no connection', [{ step: 'token', transport: 'unreachable' }]],
  ['provider_answer_too_large', 'an answer without end', [{ step: 'token', status: 200, transport: 'too_large' }]],
  ['provider_answer_invalid', 'a page in place of a token', [page('token', 200)]],
  ['provider_answer_invalid', 'a redirect', [page('discovery', 302)]],
  [
    'provider_answer_invalid',
    'a path that the gateway does not know',
    [{ step: 'api', status: 403, description: "Invalid key=value pair (missing equal-sign) in Authorization header: 'x'." }],
  ],
  [
    'provider_refused',
    'an error that stands in no documentation',
    [token(400, 'temporarily_unsupported', 'Request denied: Policy evaluation failed')],
  ],
  [
    'provider_refused',
    'a malformed request',
    [platform('token', 400, 'INVALID_REQUEST', 'The request could not be completed. The request was malformed or invalid.')],
  ],
];

describe('the failures of worker applications', () => {
  it.each(cases)('%s: %s', (code, _what, answers, facts) => {
    expect(explainFailure(provider, answers, facts).code).toBe(code);
  });

  it.each(provider.failures.map(({ code }) => code))('%s can be reached', (code) => {
    expect(cases.map(([reached]) => reached)).toContain(code);
  });
});
