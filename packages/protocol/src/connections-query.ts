import * as z from 'zod/mini';
import { connectionStatus } from './connection.ts';
import { storableText, text } from './text.ts';

/** What a list is ordered by; `-` puts the latest first. */
export const connectionSorts = ['-created', 'created', '-updated', 'updated'] as const;

/** @see {@link connectionSorts} */
export type ConnectionSort = (typeof connectionSorts)[number];

/** What `GET /connections` may be asked for. Given conditions must all hold; a name that is not here is refused, so that a misspelt filter shows nobody else's connections. */
export const connectionsQuery = z
  .strictObject({
    connectionId: z.optional(text),
    endUserId: z.optional(text),
    endUserOrganizationId: z.optional(text),
    /** Joined by commas in the URL. */
    integrationId: z.optional(z.array(text).check(z.minLength(1), z.maxLength(100))),
    /** `tags[name]=value` in the URL. */
    tags: z.optional(z.record(storableText, storableText)),
    status: z.optional(connectionStatus),
    /** What a word begins with, or several: in ids, names or emails, and the name or id of an environment. */
    search: z.optional(text),
    /** @default '-created' */
    sort: z.optional(z.enum(connectionSorts)),
    /** Rows on a page. @default 1000 */
    limit: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
    /** Counted from 0. @default 0 */
    page: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
    /** `next_cursor` of the page before, under the same conditions and order. Unlike `page` it costs the same however far it leads, and skips nothing. */
    cursor: z.optional(storableText.check(z.regex(/^\d{1,15}(-\d{1,15})?$/))),
  })
  .check(
    z.refine(({ cursor, page }) => cursor === undefined || page === undefined, {
      error: 'Give a cursor or a page, not both.',
      path: ['cursor'],
    }),
    z.refine(({ cursor, sort }) => cursor === undefined || cursor.includes('-') === isByUpdate(sort), {
      error: 'The cursor is of a list in another order.',
      path: ['cursor'],
    }),
  );

/** Tells whether a list is ordered by the last change of its connections. */
export function isByUpdate(sort: ConnectionSort | undefined): boolean {
  return sort === 'updated' || sort === '-updated';
}

/** @see {@link connectionsQuery} */
export type ConnectionsQuery = z.infer<typeof connectionsQuery>;

/** What says which integration a connection belongs to. Names of other clients' own are let pass. */
export const connectionQuery = z.object({
  provider_config_key: text,
  /** Whether a new token is fetched even if the stored one is fresh. */
  force_refresh: z.optional(z.enum(['true', 'false'])),
  /** Whether the answer holds the refresh token, where there is one. */
  refresh_token: z.optional(z.enum(['true', 'false'])),
  /** Whether the answer holds the secret of the OAuth client that the end user brought. */
  include_secrets: z.optional(z.enum(['true', 'false'])),
});

/** The same for what gives no token out. */
export const connectionKeyQuery = z.pick(connectionQuery, { provider_config_key: true });

/** Query of `GET /connect/regions`. */
export const regionsQuery = z.strictObject({ environment_id: z.string().check(z.maxLength(255)) });
