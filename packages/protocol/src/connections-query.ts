import * as z from 'zod/mini';
import { storableText, text } from './text.ts';

/** What `GET /connections` may be asked for. Given conditions must all hold; a name that is not here is refused, so that a misspelt filter shows nobody else's connections. */
export const connectionsQuery = z.strictObject({
  connectionId: z.optional(text),
  endUserId: z.optional(text),
  endUserOrganizationId: z.optional(text),
  /** Joined by commas in the URL. */
  integrationId: z.optional(z.array(text).check(z.minLength(1), z.maxLength(100))),
  /** `tags[name]=value` in the URL. */
  tags: z.optional(z.record(storableText, storableText)),
  /** Text within ids, names or emails. */
  search: z.optional(text),
  /** Rows on a page. @default 1000 */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
  /** Counted from 0. @default 0 */
  page: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
});

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
