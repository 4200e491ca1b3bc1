/** Header names of the HTTP API, in lower case, as Node.js gives them. */
export const headers = {
  csrfToken: 'x-latchkey-csrf',
  connectionId: 'connection-id',
  integrationId: 'provider-config-key',
  requestId: 'x-request-id',
} as const;

/** What every connect session token starts with; 64 hexadecimal digits follow. */
export const CONNECT_SESSION_TOKEN_PREFIX = 'latchkey_connect_session_';

/** What every secret key starts with. */
export const SECRET_KEY_PREFIX = 'latchkey_sk_';

/** Media type of the streamed answer of `POST /connect/connections`: one JSON value a line. */
export const PROGRESS_MEDIA_TYPE = 'application/x-ndjson';
