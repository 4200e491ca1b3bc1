import * as z from 'zod/mini';
import { keyScopes, type KeyScope } from './key-scopes.ts';
import { storableText } from './text.ts';

/** What somebody at the console may do: `admin` everything but read end users' tokens and secrets, `viewer` look. */
export const consoleRoles = ['admin', 'viewer'] as const;

/** @see {@link consoleRoles} */
export type ConsoleRole = (typeof consoleRoles)[number];

// Security: tokens and secrets of end users are for backends that were given a key for them, and never for a browser.
const SCOPES_OF_BACKENDS: ReadonlySet<KeyScope> = new Set(['connections:read_credentials', 'connections:read_secrets']);

/** What each role may do, and may let a secret key do. */
export const consoleScopes: Readonly<Record<ConsoleRole, readonly KeyScope[]>> = {
  admin: keyScopes.filter((scope) => !SCOPES_OF_BACKENDS.has(scope)),
  viewer: keyScopes.filter((scope) => scope.endsWith(':read') && scope !== 'keys:read'),
};

/** Body of `POST /console/api/session`. */
export const signInBody = z.strictObject({ password: z.string().check(z.minLength(1), z.maxLength(1024)) });

/** @see {@link signInBody} */
export type SignInBody = z.infer<typeof signInBody>;

/** Answer of `GET` and `POST /console/api/session`. */
export const consoleSessionBody = z.object({
  data: z.object({
    /** `null` when nobody is signed in. */
    user: z.nullable(z.object({ name: z.string(), role: z.enum(consoleRoles), via: z.enum(['password', 'oidc']) })),
    /** For the header `X-Latchkey-CSRF` of requests that change something, and of proxied ones. */
    csrf_token: z.nullable(z.string()),
    /** How one can sign in. */
    sign_in: z.object({ password: z.boolean(), oidc: z.nullable(z.object({ label: z.string() })) }),
  }),
});

/** @see {@link consoleSessionBody} */
export type ConsoleSessionBody = z.infer<typeof consoleSessionBody>;

/** Query of `GET /console/api/oidc/start`. */
export const oidcStartQuery = z.strictObject({
  /** A path of the console's, to come back to. Anything else leads to its first page. */
  return_to: z.optional(storableText.check(z.maxLength(2048))),
});

/** Query of `GET /overview`. */
export const overviewQuery = z.strictObject({
  /** @default a day before `to` */
  from: z.optional(z.iso.datetime({ offset: true })),
  /** @default now */
  to: z.optional(z.iso.datetime({ offset: true })),
});

/** @see {@link overviewQuery} */
export type OverviewQuery = z.infer<typeof overviewQuery>;

/** Answer of `GET /overview`. */
export const overviewBody = z.object({
  data: z.object({
    connections: z.object({
      total: z.int(),
      by_status: z.array(z.object({ status: z.enum(['active', 'needs_reconnect', 'disabled']), count: z.int() })),
      /** Codes of regions, and `unknown`. */
      by_region: z.array(z.object({ region: z.string(), count: z.int() })),
      by_integration: z.array(z.object({ integration_id: z.string(), active: z.int(), needs_reconnect: z.int(), disabled: z.int() })),
    }),
    requests: z.object({
      bucket_seconds: z.int(),
      /** The oldest first, without a gap. */
      buckets: z.array(
        z.object({
          at: z.string(),
          total: z.int(),
          failed: z.int(),
          /** To within a tenth; `null` when there was nothing. */
          p50_ms: z.nullable(z.number()),
          p95_ms: z.nullable(z.number()),
        }),
      ),
      total: z.int(),
      failed: z.int(),
    }),
  }),
});

/** @see {@link overviewBody} */
export type OverviewBody = z.infer<typeof overviewBody>;

/** Who did something: a backend with a secret key, somebody at the console, or the host's own process. */
export const auditActorKinds = ['key', 'console', 'process'] as const;

/** Query of `GET /audit`. */
export const auditQuery = z.strictObject({
  /** 1 to 200. @default 50 */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  cursor: z.optional(storableText.check(z.regex(/^\d{1,15}$/))),
});

/** @see {@link auditQuery} */
export type AuditQuery = z.infer<typeof auditQuery>;

/** Answer of `GET /audit`: the latest first. */
export const auditBody = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      actor: z.object({ kind: z.enum(auditActorKinds), name: z.string() }),
      /** Method and path of the route, for example `DELETE /keys/{keyId}`. */
      action: z.string(),
      /** What the path names, for example the id of the key; `null` when it names nothing. */
      target: z.nullable(z.string()),
      /** HTTP status of the answer. */
      status: z.int(),
      request_id: z.nullable(z.string()),
    }),
  ),
  next_cursor: z.nullable(z.string()),
});

/** @see {@link auditBody} */
export type AuditBody = z.infer<typeof auditBody>;

/** Answer of `GET /settings`. */
export const settingsBody = z.object({
  data: z.object({
    public_url: z.string(),
    redirect_uri: z.string(),
    allowed_origins: z.array(z.string()),
    database: z.enum(['sqlite', 'postgresql']),
    log_retention_days: z.int(),
    connect_session_lifetime_seconds: z.int(),
    share_link_lifetime_seconds: z.int(),
    version: z.string(),
  }),
});

/** @see {@link settingsBody} */
export type SettingsBody = z.infer<typeof settingsBody>;

/** Answer of `GET /encryption` and `POST /encryption/rotate`. */
export const encryptionBody = z.object({
  data: z.object({
    /** The key that seals. */
    current_key_id: z.string(),
    /** The keys that the server was given, in their order, then those that something is sealed with all the same. */
    keys: z.array(z.object({ key_id: z.string(), sealed_values: z.int() })),
    rotation: z.object({ state: z.enum(['idle', 'running', 'done']), done: z.int(), total: z.int() }),
  }),
});

/** @see {@link encryptionBody} */
export type EncryptionBody = z.infer<typeof encryptionBody>;

/** Answer of `GET /connect/app`. */
export const appBody = z.object({ data: z.object({ name: z.string(), logo_url: z.nullable(z.string()) }) });

/** @see {@link appBody} */
export type AppBody = z.infer<typeof appBody>;
