import * as z from 'zod/mini';
import { errorBody } from './error.ts';
import { progressStates, progressSteps } from './progress.ts';
import { text } from './text.ts';

/** `needs_reconnect`: the provider refuses the stored credential. `disabled`: switched off by us; it hands out nothing. */
export const connectionStatus = z.enum(['active', 'needs_reconnect', 'disabled']);

/** @see {@link connectionStatus} */
export type ConnectionStatus = z.infer<typeof connectionStatus>;

/**
 * Body of `POST /connect/connections`. The provider's own schema checks the values.
 *
 * In a session that reconnects, a field that is left out keeps its stored value; secrets are never taken from there.
 */
export const createConnectionBody = z.strictObject({
  integration_id: text,
  connection_config: z.record(z.string(), z.unknown()),
  credentials: z.record(z.string(), z.unknown()),
});

/** @see {@link createConnectionBody} */
export type CreateConnectionBody = z.infer<typeof createConnectionBody>;

/** One thing that the connection may or may not do. */
const accessResult = z.object({
  name: z.string(),
  allowed: z.boolean(),
  /** What was read, as a path of `/proxy`; absent where that leads elsewhere. */
  proxy_path: z.optional(z.string()),
  remedy: z.optional(z.string()),
  guide_step: z.optional(z.string()),
});

/** @see {@link accessResult} */
export type AccessResult = z.infer<typeof accessResult>;

/** Something that Latchkey put right by itself. */
export const notice = z.object({
  code: z.enum(['region_corrected', 'auth_method_basic', 'no_refresh_token']),
  field: z.optional(z.string()),
  /** The value that was used in place of the one given. */
  value: z.optional(z.string()),
});

/** @see {@link notice} */
export type Notice = z.infer<typeof notice>;

/** Answer of `POST /connect/connections`, status 201: proof that the connection is usable. */
export const connectedBody = z.object({
  data: z.object({
    connection_id: z.string(),
    integration_id: z.string(),
    provider: z.string(),
    status: connectionStatus,
    environment: z.object({ id: z.string(), name: z.nullable(z.string()), type: z.nullable(z.string()), region: z.string() }),
    access: z.array(accessResult),
    notices: z.array(notice),
  }),
});

/** @see {@link connectedBody} */
export type ConnectedBody = z.infer<typeof connectedBody>;

/** One line of the streamed answer: progress, and at the end the answer that would have come unstreamed. */
export const progressEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), step: z.enum(progressSteps), state: z.enum(progressStates) }),
  z.object({ type: z.literal('result'), status: z.number(), body: z.union([connectedBody, errorBody]) }),
]);

/** @see {@link progressEvent} */
export type ProgressEvent = z.infer<typeof progressEvent>;

/** Answer of `GET /connect/regions`: where the environment lives, or `null` when no region knows it. */
export const regionBody = z.object({ data: z.nullable(z.object({ region: z.string(), tld: z.string() })) });

/** @see {@link regionBody} */
export type RegionBody = z.infer<typeof regionBody>;

/** Whose a connection is. */
export const storedEndUser = z.nullable(
  z.object({
    id: z.string(),
    display_name: z.nullable(z.string()),
    email: z.nullable(z.string()),
    tags: z.nullable(z.record(z.string(), z.string())),
    organization: z.nullable(z.object({ id: z.string(), display_name: z.nullable(z.string()) })),
  }),
);

/** The environment that a connection leads to; `null` where none is known. */
export const storedEnvironment = z.nullable(
  z.object({ id: z.string(), name: z.nullable(z.string()), type: z.nullable(z.string()), region: z.string() }),
);

const connectionBase = {
  id: z.number(),
  connection_id: z.string(),
  provider_config_key: z.string(),
  provider: z.string(),
  status: connectionStatus,
  /** What the provider refused last; empty while all is well. */
  errors: z.array(
    z.object({
      type: z.string(),
      log_id: z.string(),
      code: z.optional(z.string()),
      message: z.optional(z.string()),
      remedy: z.optional(z.string()),
    }),
  ),
  end_user: storedEndUser,
  tags: z.record(z.string(), z.string()),
  metadata: z.nullable(z.record(z.string(), z.unknown())),
};

/** One element of `GET /connections`. */
export const connectionListItem = z.object({
  ...connectionBase,
  environment: storedEnvironment,
  created: z.string(),
  updated_at: z.string(),
  last_checked_at: z.nullable(z.string()),
});

/** @see {@link connectionListItem} */
export type ConnectionListItem = z.infer<typeof connectionListItem>;

/** Answer of `GET /connections`. */
export const connectionList = z.object({
  connections: z.array(connectionListItem),
  /** For the query's `cursor`; absent on the last page. */
  next_cursor: z.optional(z.string()),
});

/** @see {@link connectionList} */
export type ConnectionList = z.infer<typeof connectionList>;

const connectionDetails = {
  ...connectionBase,
  connection_config: z.record(z.string(), z.string()),
  environment: storedEnvironment,
  access: z.array(accessResult),
  created_at: z.string(),
  updated_at: z.string(),
  last_fetched_at: z.nullable(z.string()),
  /** When `access` and `environment` were found out. */
  last_checked_at: z.nullable(z.string()),
  /** When the stored access token expires; another is there by then, unless the connection needs somebody. */
  token_expires_at: z.string(),
};

/** Answer of `POST /connections/{connectionId}/check` and `…/refresh`: the connection as that left it, without its credentials. */
export const checkedConnection = z.object(connectionDetails);

/** @see {@link checkedConnection} */
export type CheckedConnection = z.infer<typeof checkedConnection>;

const credentials = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('OAUTH2_CC'),
    token: z.string(),
    expires_at: z.string(),
    raw: z.record(z.string(), z.unknown()),
    client_id: z.string(),
    /** Only when asked for with `include_secrets=true`, by a key that may read secrets. */
    client_secret: z.optional(z.string()),
  }),
  z.object({
    type: z.literal('OAUTH2'),
    access_token: z.string(),
    /** Only when asked for with `refresh_token=true`, and given by the provider. */
    refresh_token: z.optional(z.string()),
    expires_at: z.string(),
    raw: z.record(z.string(), z.unknown()),
    /** Only of a connection that brought an OAuth client of its own; its secret as above. */
    config_override: z.optional(z.object({ client_id: z.string(), client_secret: z.optional(z.string()) })),
  }),
]);

/** A connection with a token that is fresh. */
export const fullConnection = z.object({ ...connectionDetails, credentials });

/** @see {@link fullConnection} */
export type FullConnection = z.infer<typeof fullConnection>;

/** Answer of `GET /connections/{connectionId}`, and of an import: to a key that may not read credentials, they are empty. */
export const shownConnection = z.object({ ...connectionDetails, credentials: z.union([credentials, z.strictObject({})]) });

/** @see {@link shownConnection} */
export type ShownConnection = z.infer<typeof shownConnection>;
