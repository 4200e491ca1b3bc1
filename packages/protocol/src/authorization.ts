import * as z from 'zod/mini';
import { connectedBody } from './connection.ts';
import { errorBody } from './error.ts';
import { text } from './text.ts';

/**
 * Body of `POST /connect/authorizations`: the end user wants to sign in to the provider. The provider's own schema checks the values.
 *
 * In a session that reconnects, a field that is left out keeps its stored value.
 */
export const createAuthorizationBody = z.strictObject({
  integration_id: text,
  connection_config: z.record(z.string(), z.unknown()),
  /** An OAuth client of the end user's own, in place of the integration's. */
  credentials: z.optional(z.record(z.string(), z.unknown())),
  /**
   * The page to come back to, when the person signs in in the same tab. Its origin must be an allowed one. Its fragment is not kept; it comes back when
   * it is appended to `start_url`, as `&fragment=` and the fragment percent-encoded, which may be empty: it also says that this is the same tab.
   */
  return_url: z.optional(z.url().check(z.maxLength(2048))),
});

/** @see {@link createAuthorizationBody} */
export type CreateAuthorizationBody = z.infer<typeof createAuthorizationBody>;

/** Answer of `POST /connect/authorizations`, status 201. */
export const authorizationCreated = z.object({
  data: z.object({
    authorization_id: z.string(),
    /** Where the popup, or the tab, goes on: a page of Latchkey's own. What makes it valid once stands in the fragment, which no request line carries. */
    start_url: z.string(),
    /** What must stand among the application's redirect URIs. */
    redirect_uri: z.string(),
    expires_at: z.string(),
  }),
});

/** @see {@link authorizationCreated} */
export type AuthorizationCreated = z.infer<typeof authorizationCreated>;

/** Answer of `GET /connect/authorizations/{authorizationId}`: the truth about an attempt to sign in, for who may read it. */
export const authorizationView = z.object({
  data: z.object({
    authorization_id: z.string(),
    integration_id: z.string(),
    status: z.enum(['pending', 'connected', 'failed']),
    redirect_uri: z.string(),
    /** What the form was filled in with; a secret is never among it. */
    connection_config: z.record(z.string(), z.string()),
    /** Only when connected. */
    connection: z.optional(connectedBody.shape.data),
    /** Only when failed; also of an attempt that ran out of time. */
    error: z.optional(errorBody.shape.error),
  }),
});

/** @see {@link authorizationView} */
export type AuthorizationView = z.infer<typeof authorizationView>;

/**
 * What the callback page tells the window that opened it, so that it asks the server sooner. It holds no secret, and nothing is believed of it.
 *
 * Messages count only from the origin of the API.
 */
export const authorizationMessage = z.object({ type: z.literal('latchkey:authorization'), authorization_id: z.string() });

/** @see {@link authorizationMessage} */
export type AuthorizationMessage = z.infer<typeof authorizationMessage>;
