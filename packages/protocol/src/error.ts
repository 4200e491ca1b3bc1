import * as z from 'zod/mini';

/** Every code of Latchkey's own. A provider's failures and field problems add theirs; `docs/errors.md` lists all. */
export const errorCodes = [
  'missing_auth_header',
  'malformed_auth_header',
  'unknown_account',
  'invalid_connect_session_token_format',
  'unknown_connect_session_token',
  'connect_session_expired',
  'integration_not_allowed',
  'origin_not_allowed',
  'forbidden',
  'sign_in_refused',
  'sign_in_not_permitted',
  'sign_in_interrupted',
  'sign_in_provider_failed',
  'console_session_ended',
  'csrf_token_invalid',
  'invalid_json',
  'invalid_body',
  'invalid_query_params',
  'invalid_headers',
  'invalid_content_type',
  'body_too_large',
  'too_many_request',
  'not_found',
  'unknown_integration',
  'unknown_provider_config',
  'integration_is_fixed',
  'integration_has_connections',
  'key_is_fixed',
  'unknown_connection',
  'connection_disabled',
  'organization_mismatch',
  'identity_mismatch',
  'invalid_credentials',
  'unknown_authorization',
  'authorization_expired',
  'authorization_not_bound',
  'authorization_used',
  'return_url_not_allowed',
  'oauth_client_missing',
  'unknown_webhook',
  'unknown_delivery',
  'webhook_disabled',
  'unknown_link',
  'link_expired',
  'link_used',
  'link_revoked',
  'hosted_page_missing',
  'refresh_timeout',
  'refresh_interrupted',
  'invalid_proxy_path',
  'base_url_not_allowed',
  'proxy_headers_too_large',
  'proxy_unreachable',
  'proxy_timeout',
  'proxy_answer_invalid',
  'proxy_body_timeout',
  'proxy_body_taken',
  'proxy_busy',
  'proxy_rate_limited',
  'store_unavailable',
  'store_full',
  'encryption_key_missing',
  'sealed_value_invalid',
  'server_error',
] as const;

/** A code of Latchkey's own. */
export type ErrorCode = (typeof errorCodes)[number];

/** The body of every answer that is not a success. */
export const errorBody = z.object({
  error: z.object({
    /** Stable; clients branch on it. */
    code: z.string(),
    /** What happened, and why. */
    message: z.string(),
    /** What to do. */
    remedy: z.optional(z.string()),
    /** The one field that it concerns, by its name on the wire. */
    field: z.optional(z.string()),
    guide_step: z.optional(z.string()),
    /** Two fields whose values stand in each other's place: the form offers to swap them. */
    swap: z.optional(z.tuple([z.string(), z.string()])),
    /** Whether the same request may work later. */
    retryable: z.optional(z.boolean()),
    /** How long to wait before trying again, in seconds. */
    retry_after: z.optional(z.number()),
    /** The provider's id of the exchange, for its support. */
    correlation_id: z.optional(z.string()),
    /** Latchkey's id of the request, as in its logs. */
    request_id: z.optional(z.string()),
    /** All problems of the input, when there are several. */
    errors: z.optional(z.array(z.object({ code: z.string(), message: z.string(), path: z.array(z.union([z.string(), z.number()])) }))),
  }),
});

/** @see {@link errorBody} */
export type ErrorBody = z.infer<typeof errorBody>;
