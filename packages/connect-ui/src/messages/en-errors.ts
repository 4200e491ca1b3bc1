import type { ErrorText } from './locale.ts';
import type { ServerCode } from './translation.ts';

/**
 * What Latchkey's server says to whoever calls it, said to the person at the form, in English. Providers word their own failures for people.
 */
export const errors: Readonly<Record<ServerCode, ErrorText>> = {
  connect_session_expired: {
    message: 'Your time to connect has run out.',
    remedy: 'Reload the page to start again.',
  },
  unknown_connect_session_token: {
    message: 'This page has no valid permission to connect.',
    remedy: 'Reload the page to start again.',
  },
  invalid_connect_session_token_format: {
    message: 'What the app gave this page is no permission to connect.',
    remedy: 'Tell the app that you are connecting to: the page needs the token of a connect session.',
  },
  missing_auth_header: {
    message: 'This page’s permission to connect did not reach the server.',
    remedy: 'Reload the page. If it stays so, tell the app that you are connecting to: the “Authorization” header is lost on the way.',
  },
  malformed_auth_header: {
    message: 'This page’s permission to connect reached the server in a form that it cannot read.',
    remedy: 'Tell the app that you are connecting to: the “Authorization” header must be “Bearer” and the token.',
  },
  integration_not_allowed: {
    message: 'You may not connect this integration.',
    remedy: 'Tell the app that you are connecting to: its session does not allow it.',
  },
  origin_not_allowed: {
    message: 'This page may not connect anything, because its address is not on the server’s list.',
    remedy: 'Tell the app that you are connecting to: the page’s origin is missing in “allowedOrigins”.',
  },
  identity_mismatch: {
    message: 'This leads to something else than the connection that you are reconnecting.',
    remedy: 'Put the former value back, or connect this one as a new connection.',
  },
  unknown_connection: {
    message: 'The connection no longer exists.',
    remedy: 'It was disconnected in the meantime: go back to the app and connect anew.',
  },
  connection_disabled: {
    message: 'The connection is switched off.',
    remedy: 'Ask the app that you are connecting to to switch it on again.',
  },
  unknown_integration: {
    message: 'What you want to connect is not set up on the server.',
    remedy: 'Tell the app that you are connecting to: its server has no integration with this ID.',
  },
  invalid_json: {
    message: 'What this page sent arrived damaged.',
    remedy: 'Try again. If it stays so, something between this page and the server changes it: tell the app that you are connecting to.',
  },
  invalid_content_type: {
    message: 'What this page sent arrived damaged.',
    remedy: 'Try again. If it stays so, something between this page and the server changes it: tell the app that you are connecting to.',
  },
  invalid_body: {
    message: 'The server does not accept what was entered.',
    remedy: 'Check the values and try again. If it stays so, tell the app that you are connecting to.',
  },
  invalid_query_params: {
    message: 'The server does not accept what was entered.',
    remedy: 'Check the values and try again. If it stays so, tell the app that you are connecting to.',
  },
  body_too_large: {
    message: 'What was entered is far larger than it should be.',
    remedy: 'Paste each value alone: none of them is longer than a few lines.',
  },
  too_many_request: {
    message: 'There were too many attempts in a short time.',
    remedy: 'Wait a moment, then try again. What you typed is kept.',
  },
  not_found: {
    message: 'The server that this page asks does not know how to connect.',
    remedy: 'Tell the app that you are connecting to: “apiUrl” must be where Latchkey’s router is mounted.',
  },
  unknown_authorization: {
    message: 'This sign-in is not one that you began here.',
    remedy: 'Try again to begin a new one. What you typed is kept.',
  },
  authorization_expired: {
    message: 'The sign-in was not finished in time.',
    remedy: 'Try again, and finish the sign-in within ten minutes.',
  },
  authorization_not_bound: {
    message: 'The sign-in came back in another browser than the one in which it was begun, or without its cookie.',
    remedy: 'Try again and stay in this browser. If it stays so, allow cookies for the address of the sign-in window.',
  },
  authorization_used: {
    message: 'This sign-in was finished before.',
    remedy: 'Close the window. To sign in anew, try again.',
  },
  return_url_not_allowed: {
    message: 'The sign-in may not lead back to this page, because its address is not on the server’s list.',
    remedy: 'Tell the app that you are connecting to: the page’s origin is missing in “allowedOrigins”.',
  },
  oauth_client_missing: {
    message: 'There is no application through which you could sign in.',
    remedy: 'Enter the Client ID and Client Secret of an OIDC Web App. If you have none, tell the app that you are connecting to.',
  },
  store_unavailable: {
    message: 'The connection could not be saved.',
    remedy: 'Try again in a moment. What you typed is kept.',
  },
  store_full: {
    message: 'The connection could not be saved, because the server has no room left.',
    remedy: 'Tell the app that you are connecting to, and try again later. What you typed is kept.',
  },
  encryption_key_missing: {
    message: 'The server has lost the key to what it stored, so it cannot go on.',
    remedy: 'Tell the app that you are connecting to: a key is missing in “encryptionKeys”.',
  },
  sealed_value_invalid: {
    message: 'What the server stored can no longer be opened.',
    remedy: 'Connect anew. If it stays so, tell the app that you are connecting to.',
  },
  server_error: {
    message: 'The server failed in a way that it did not expect.',
    remedy: 'Try again. If it stays so, give the app that you are connecting to the request ID under Details.',
  },
};
