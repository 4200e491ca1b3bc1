import type { ErrorCode } from '@latchkey/protocol';
import { consoleErrors } from './console-errors.ts';
import { proxyErrors } from './proxy-errors.ts';
import { shareLinkErrors } from './share-link-errors.ts';
import { webhookErrors } from './webhook-errors.ts';

/** One row of the catalogue. */
export interface ErrorRow {
  /** HTTP status. */
  readonly status: number;
  /** What happened, and why. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
  /** Whether the same request may work later. */
  readonly retryable: boolean;
}

/** Every error of Latchkey's own. `docs/errors.md` has a section for each; a test keeps the two equal. */
export const errorCatalogue: Readonly<Record<ErrorCode, ErrorRow>> = {
  missing_auth_header: {
    status: 401,
    message: 'The request has no "Authorization" header.',
    remedy: 'Send "Authorization: Bearer <secret key or connect session token>".',
    retryable: false,
  },
  malformed_auth_header: {
    status: 401,
    message: 'The "Authorization" header is not of the form "Bearer <token>".',
    remedy: 'Send the word Bearer, one space, and the token.',
    retryable: false,
  },
  unknown_account: {
    status: 401,
    message: 'No secret key is the one that was sent.',
    remedy: 'Use a key of the option "secretKeys", or one that POST /keys made and nobody has revoked.',
    retryable: false,
  },
  invalid_connect_session_token_format: {
    status: 401,
    message: 'What was sent is not a connect session token.',
    remedy: 'Send the "token" that POST /connect/sessions answered; a secret key never belongs in a browser.',
    retryable: false,
  },
  unknown_connect_session_token: {
    status: 401,
    message: 'No connect session has this token.',
    remedy: 'Create a new session with POST /connect/sessions.',
    retryable: false,
  },
  connect_session_expired: {
    status: 401,
    message: 'The connect session has expired.',
    remedy: 'Create a new session with POST /connect/sessions and go on with its token.',
    retryable: false,
  },
  integration_not_allowed: {
    status: 403,
    message: 'The connect session does not allow this integration.',
    remedy: 'Name the integration in "allowed_integrations" when the session is created, or leave that out.',
    retryable: false,
  },
  origin_not_allowed: {
    status: 403,
    message: 'Pages of this origin may not use Latchkey.',
    remedy: 'Add the page\'s origin to the option "allowedOrigins".',
    retryable: false,
  },
  forbidden: {
    status: 403,
    message: 'The secret key may not do this.',
    remedy: 'Use a key with the scope that is named, or make one with POST /keys.',
    retryable: false,
  },
  ...consoleErrors,
  invalid_json: { status: 400, message: 'The body is not valid JSON.', remedy: 'Send a JSON object.', retryable: false },
  invalid_body: { status: 400, message: 'The body is not as it should be.', remedy: 'Mend what "errors" lists.', retryable: false },
  invalid_query_params: {
    status: 400,
    message: 'The query is not as it should be.',
    remedy: 'Mend what "errors" lists.',
    retryable: false,
  },
  invalid_headers: {
    status: 400,
    message: 'A header is missing or not as it should be.',
    remedy: 'Mend what "errors" lists.',
    retryable: false,
  },
  invalid_content_type: {
    status: 415,
    message: 'The body is not JSON by its "Content-Type".',
    remedy: 'Send "Content-Type: application/json".',
    retryable: false,
  },
  body_too_large: {
    status: 413,
    message: 'The body is larger than this route takes.',
    remedy: 'Send less: no request to this route needs more than 100 kB.',
    retryable: false,
  },
  too_many_request: {
    status: 429,
    message: 'There were too many requests in a short time.',
    remedy: 'Wait as long as the "Retry-After" header says.',
    retryable: true,
  },
  not_found: {
    status: 404,
    message: 'There is no such route.',
    remedy: 'Check method and path against the API reference.',
    retryable: false,
  },
  unknown_integration: {
    status: 404,
    message: 'There is no integration with this id.',
    remedy: 'Use an id that GET /integrations lists.',
    retryable: false,
  },
  unknown_provider_config: {
    status: 400,
    message: 'There is no integration with this "provider_config_key".',
    remedy: 'Use an id that GET /integrations lists.',
    retryable: false,
  },
  unknown_connection: {
    status: 404,
    message: 'The integration has no connection with this id.',
    remedy: 'Check both ids; GET /connections lists what there is.',
    retryable: false,
  },
  integration_is_fixed: {
    status: 409,
    message: 'The integration is named by the option "integrations", so no call can change it.',
    remedy: 'Change the option and start the server again; or take it out of the option, and create it with POST /integrations.',
    retryable: false,
  },
  integration_has_connections: {
    status: 409,
    message: 'Something is connected through the integration.',
    remedy: 'Delete its connections first, or the integration together with them, by the query "cascade=true".',
    retryable: false,
  },
  key_is_fixed: {
    status: 409,
    message: 'The secret key is named by the option "secretKeys", so no call can revoke it.',
    remedy: 'Take it out of the option, and start the server again.',
    retryable: false,
  },
  connection_disabled: {
    status: 403,
    message: 'The connection is disabled, so nothing is handed out for it.',
    remedy: 'Enable the connection again, or use another one.',
    retryable: false,
  },
  organization_mismatch: {
    status: 403,
    message: 'The connection belongs to another organization than the one that was given.',
    remedy: 'Check that the connection is one of the end user who asks; leave "organization" out to keep the one that it has.',
    retryable: false,
  },
  identity_mismatch: {
    status: 422,
    message: 'This leads to something else than the connection that is being reconnected.',
    remedy: 'Put the former value back. What it leads to now is connected with a new connection.',
    retryable: false,
  },
  invalid_credentials: {
    status: 424,
    message: 'The provider no longer accepts the stored credential.',
    remedy: 'Let the end user connect again.',
    retryable: false,
  },
  unknown_authorization: {
    status: 404,
    message: 'There is no attempt to sign in with this id, or it is not one of this session.',
    remedy: 'Begin a new one with POST /connect/authorizations.',
    retryable: false,
  },
  authorization_expired: {
    status: 410,
    message: 'The attempt to sign in took longer than ten minutes.',
    remedy: 'Begin a new one.',
    retryable: false,
  },
  authorization_not_bound: {
    status: 403,
    message: 'The sign-in was begun in another browser than the one that came back.',
    remedy: 'Begin and finish in one browser, with cookies allowed, and only if you pressed Connect yourself.',
    retryable: false,
  },
  authorization_used: {
    status: 409,
    message: 'The attempt to sign in was finished before, so it cannot be finished again.',
    remedy: 'Look at what came of it, or begin a new one.',
    retryable: false,
  },
  return_url_not_allowed: {
    status: 400,
    message: 'The "return_url" is not on an origin that is allowed.',
    remedy: 'Add its origin to the option "allowedOrigins".',
    retryable: false,
  },
  oauth_client_missing: {
    status: 422,
    message: 'The integration has no OAuth client, and none was given.',
    remedy: 'Give the client ID and client secret of an OIDC Web App, in the form, the session or the integration.',
    retryable: false,
  },
  ...webhookErrors,
  ...shareLinkErrors,
  refresh_timeout: {
    status: 503,
    message: "Another process is refreshing this connection's token and has not finished in time.",
    remedy: 'Try again in a few seconds.',
    retryable: true,
  },
  refresh_interrupted: {
    status: 424,
    message: 'A refresh broke off after the refresh token may have been sent, and what came of it was lost.',
    remedy: 'Let the end user connect again.',
    retryable: false,
  },
  ...proxyErrors,
  store_unavailable: {
    status: 503,
    message: 'The database cannot be used just now.',
    remedy: 'Nothing was stored. Check that the database can be reached and written, then try again.',
    retryable: true,
  },
  store_full: {
    status: 507,
    message: 'The database has no room left.',
    remedy: 'Nothing was stored. Free disk space, then try again.',
    retryable: true,
  },
  encryption_key_missing: {
    status: 500,
    message: 'What is stored was sealed with an encryption key that this server was not given.',
    remedy: 'Add that key to the option "encryptionKeys" again, after the first: the first key seals, and all of them open.',
    retryable: false,
  },
  sealed_value_invalid: {
    status: 500,
    message: 'A sealed value does not open: it was changed, cut off, or moved here from another connection.',
    remedy: 'Restore the database from a backup, or let the end user connect again.',
    retryable: false,
  },
  server_error: {
    status: 500,
    message: 'Latchkey failed in a way that it did not expect.',
    remedy: "Look for the request id in the server's log.",
    retryable: true,
  },
};
