import * as z from 'zod/mini';
import { endUser, organization, tags } from './connect-session.ts';
import { text } from './text.ts';

/** Body of `PATCH /connections/{connectionId}`. What is given takes the place of what is there, whole; what is left out stays. */
export const updateConnectionBody = z.strictObject({
  end_user: z.optional(endUser),
  organization: z.optional(organization),
  tags: z.optional(tags),
  /** `disabled` hands out nothing any more; `active` makes it again what it was before, which may be `needs_reconnect`. */
  status: z.optional(z.enum(['active', 'disabled'])),
});

/** @see {@link updateConnectionBody} */
export type UpdateConnectionBody = z.infer<typeof updateConnectionBody>;

/** Any JSON object: what the host application notes about a connection. */
export const metadata = z.record(z.string(), z.unknown());

/** Body, and answer, of `POST /connections/metadata` (which replaces) and `PATCH /connections/metadata` (which merges the uppermost level). */
export const connectionMetadataBody = z.strictObject({
  provider_config_key: text,
  /** One connection, or up to 100. */
  connection_id: z.union([text, z.array(text).check(z.minLength(1), z.maxLength(100))]),
  metadata,
});

/** @see {@link connectionMetadataBody} */
export type ConnectionMetadataBody = z.infer<typeof connectionMetadataBody>;
