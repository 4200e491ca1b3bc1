import * as z from 'zod/mini';
import { endUser, organization, tags } from './connect-session.ts';
import { storableText, text } from './text.ts';

/** How a share link stands. */
export const shareLinkStates = ['open', 'used', 'expired', 'revoked'] as const;

/** Body of `POST /connect/links`: who is to connect what. `end_user`, `tags` or `connection_id` must be given. */
export const createShareLinkBody = z
  .strictObject({
    integration_id: text,
    end_user: z.optional(endUser),
    organization: z.optional(organization),
    tags: z.optional(tags),
    /** The connection that is to get a new credential; without it a new one is made. */
    connection_id: z.optional(text),
    /** 300 to 2,592,000. @default the server's option, 604,800 */
    expires_in_seconds: z.optional(z.int().check(z.minimum(300), z.maximum(2_592_000))),
    /** For whoever looks at the list; the person who follows the link does not see it. */
    note: z.optional(storableText.check(z.maxLength(1000))),
  })
  .check(
    z.refine((body) => body.end_user !== undefined || body.tags !== undefined || body.connection_id !== undefined, {
      error: 'one of "end_user", "tags" and "connection_id" is required',
      path: ['end_user'],
    }),
  );

/** @see {@link createShareLinkBody} */
export type CreateShareLinkBody = z.infer<typeof createShareLinkBody>;

/** Answer of `POST /connect/links`, status 201. The URL is shown this once. */
export const shareLinkCreatedBody = z.object({ data: z.object({ id: z.string(), url: z.string(), expires_at: z.string() }) });

/** @see {@link shareLinkCreatedBody} */
export type ShareLinkCreatedBody = z.infer<typeof shareLinkCreatedBody>;

/** Query of `GET /connect/links`. */
export const shareLinksQuery = z.strictObject({
  /** 1 to 200. @default 50 */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
  cursor: z.optional(storableText.check(z.regex(/^\d{1,15}$/))),
});

/** @see {@link shareLinksQuery} */
export type ShareLinksQuery = z.infer<typeof shareLinksQuery>;

const shareLinkEntry = z.object({
  id: z.string(),
  integration_id: z.string(),
  end_user: z.nullable(endUser),
  organization: z.nullable(organization),
  tags: z.record(z.string(), z.string()),
  state: z.enum(shareLinkStates),
  created_at: z.string(),
  expires_at: z.string(),
  /** When it was opened first. */
  opened_at: z.nullable(z.string()),
  used_at: z.nullable(z.string()),
  /** The connection that it reconnects, or was used for. */
  connection_id: z.nullable(z.string()),
  note: z.nullable(z.string()),
});

/** A share link, as lists show it: without its URL. */
export type ShareLinkEntry = z.infer<typeof shareLinkEntry>;

/** Answer of `GET /connect/links`: the latest first. */
export const shareLinkListBody = z.object({ data: z.array(shareLinkEntry), next_cursor: z.nullable(z.string()) });

/** @see {@link shareLinkListBody} */
export type ShareLinkListBody = z.infer<typeof shareLinkListBody>;

/** Body of `POST /connect/links/open`: what stands in the fragment of the link. */
export const openShareLinkBody = z.strictObject({ token: text });

/** Answer of `POST /connect/links/open`: a connect session, and whose app it is for. */
export const shareLinkOpenedBody = z.object({
  data: z.object({
    session_token: z.string(),
    expires_at: z.string(),
    app: z.object({ name: z.string(), logo_url: z.nullable(z.string()) }),
    integration_id: z.string(),
  }),
});

/** @see {@link shareLinkOpenedBody} */
export type ShareLinkOpenedBody = z.infer<typeof shareLinkOpenedBody>;
