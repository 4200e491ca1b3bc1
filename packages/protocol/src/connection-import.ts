import * as z from 'zod/mini';
import { metadata } from './connection-change.ts';
import { endUser, organization, tags } from './connect-session.ts';
import { text } from './text.ts';

/**
 * Body of `POST /connections`: a connection whose credential the host application has already.
 *
 * The provider's own schema checks the values of `connection_config` and `credentials`.
 */
export const importConnectionBody = z.strictObject({
  provider_config_key: text,
  /** Given by the server when absent. A connection that has it is brought up to date. */
  connection_id: z.optional(text),
  connection_config: z.optional(z.record(z.string(), z.unknown())),
  credentials: z.catchall(
    z.object({
      type: z.literal('OAUTH2_CC'),
      /** A token of the caller's. Not used: the credential is checked by getting a new one. */
      token: z.optional(z.string()),
      expires_at: z.optional(z.nullable(z.string())),
    }),
    z.unknown(),
  ),
  metadata: z.optional(metadata),
  end_user: z.optional(endUser),
  organization: z.optional(organization),
  tags: z.optional(tags),
});

/** @see {@link importConnectionBody} */
export type ImportConnectionBody = z.infer<typeof importConnectionBody>;
