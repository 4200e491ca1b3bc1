import * as z from 'zod/mini';
import { storableText, text } from './text.ts';

/** The person who connects. `id` is the host application's own. */
export const endUser = z.strictObject({
  id: text,
  email: z.optional(z.email()),
  display_name: z.optional(text),
  tags: z.optional(z.record(storableText, storableText)),
});

/** The company of the end user. */
export const organization = z.strictObject({ id: text, display_name: z.optional(text) });

/** Up to ten tags; keys start with a letter. */
export const tags = z
  .record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_\-./]{0,63}$/)), text)
  .check(z.refine((value) => Object.keys(value).length <= 10, { error: 'at most 10 tags' }));

/**
 * What a host gives for its end user, by integration id: values that the form is filled in with, and an OAuth client in place of the
 * integration's. The secret is sealed, and never shown to the browser.
 */
const integrationDefaults = z.record(
  text,
  z.strictObject({
    /** Scopes asked for in place of the integration's, separated by spaces. */
    user_scopes: z.optional(storableText.check(z.maxLength(2048))),
    connection_config: z.optional(
      z.catchall(
        z.object({
          oauth_client_id_override: z.optional(text),
          oauth_client_secret_override: z.optional(text),
          oauth_scopes_override: z.optional(storableText.check(z.maxLength(2048))),
        }),
        text,
      ),
    ),
  }),
);

/** Body of `POST /connect/sessions`. `end_user` or `tags` must be given. */
export const createConnectSessionBody = z
  .strictObject({
    end_user: z.optional(endUser),
    organization: z.optional(organization),
    tags: z.optional(tags),
    /** Ids of the integrations that may be connected; all when absent. */
    allowed_integrations: z.optional(z.array(text).check(z.minLength(1), z.maxLength(100))),
    /** What the host knows already, by integration id. */
    integrations_config_defaults: z.optional(integrationDefaults),
  })
  .check(
    z.refine((body) => body.end_user !== undefined || body.tags !== undefined, {
      error: 'either "end_user" or "tags" is required',
      path: ['end_user'],
    }),
  );

/** @see {@link createConnectSessionBody} */
export type CreateConnectSessionBody = z.infer<typeof createConnectSessionBody>;

/**
 * Body of `POST /connect/sessions/reconnect`: the connection that the session may give a new credential, and nothing else.
 *
 * `end_user`, `organization` and `tags` take the place of the connection's own when it succeeds; what is left out stays.
 */
export const createReconnectSessionBody = z.strictObject({
  connection_id: text,
  integration_id: text,
  end_user: z.optional(endUser),
  organization: z.optional(organization),
  tags: z.optional(tags),
  integrations_config_defaults: z.optional(integrationDefaults),
});

/** @see {@link createReconnectSessionBody} */
export type CreateReconnectSessionBody = z.infer<typeof createReconnectSessionBody>;

/** Answer of `POST /connect/sessions` and `POST /connect/sessions/reconnect`, status 201. The token is shown this once. */
export const connectSessionCreated = z.object({
  data: z.object({
    token: z.string(),
    expires_at: z.string(),
    /** Where the end user connects without a page of the host's own; the token is in its fragment. Absent when no hosted page is served. */
    connect_link: z.optional(z.string()),
  }),
});

/** @see {@link connectSessionCreated} */
export type ConnectSessionCreated = z.infer<typeof connectSessionCreated>;

/** Answer of `GET /connect/session`: what the holder of the token may do. */
export const connectSessionView = z.object({
  data: z.object({
    expires_at: z.string(),
    end_user: z.nullable(endUser),
    organization: z.nullable(organization),
    integrations: z.array(
      z.object({
        integration_id: z.string(),
        provider: z.string(),
        display_name: z.string(),
        /** Whether the end user must bring an OAuth client, because neither integration nor session has one. Absent where the grant needs none. */
        needs_client: z.optional(z.boolean()),
        /** What must stand among the redirect URIs of the OAuth client. Absent where the grant redirects nowhere. */
        redirect_uri: z.optional(z.string()),
        /** What the end user is asked to allow, so that the application can be set up for it. Absent where nobody is asked. */
        scopes: z.optional(z.array(z.string())),
        /** What the host knows already of what the form asks for; taken for what is left out. Absent when it knows nothing. */
        connection_config: z.optional(z.record(z.string(), z.string())),
      }),
    ),
    /** What this session has connected so far, newest last; in a session that reconnects, its connection once that succeeded. */
    connections: z.array(z.object({ connection_id: z.string(), integration_id: z.string() })),
    /** Only in a session that reconnects: its connection, with what the form can fill in. A secret is never among it. */
    reconnect: z.optional(
      z.object({
        connection_id: z.string(),
        integration_id: z.string(),
        connection_config: z.record(z.string(), z.string()),
        /** Absent when the stored credential can no longer be opened. */
        client_id: z.optional(z.string()),
      }),
    ),
  }),
});

/** @see {@link connectSessionView} */
export type ConnectSessionView = z.infer<typeof connectSessionView>;
