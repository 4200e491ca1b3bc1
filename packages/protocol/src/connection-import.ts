import * as z from 'zod/mini';
import { metadata } from './connection-change.ts';
import { endUser, organization, tags } from './connect-session.ts';
import { storableText, text } from './text.ts';

/** Longest token, in characters. */
const token = storableText.check(z.minLength(1), z.maxLength(20_000));

/** What came of a sign-in elsewhere: at least one of the two tokens. */
const importedTokens = z.strictObject({
  type: z.literal('OAUTH2'),
  /** Checked by calling the provider's API with it, as long as it has not expired. */
  access_token: z.optional(token),
  /** Used at once, and thereby spent, when there is no access token that is still good. */
  refresh_token: z.optional(token),
  /** Of the access token. @default as the token itself says */
  expires_at: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
  /** The OAuth client that the tokens were given to, where it is not the integration's. */
  config_override: z.optional(z.strictObject({ client_id: text, client_secret: storableText.check(z.minLength(1), z.maxLength(1024)) })),
});

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
  credentials: z.discriminatedUnion('type', [
    z.catchall(
      z.object({
        type: z.literal('OAUTH2_CC'),
        /** A token of the caller's. Not used: the credential is checked by getting a new one. */
        token: z.optional(z.string()),
        expires_at: z.optional(z.nullable(z.string())),
      }),
      z.unknown(),
    ),
    importedTokens,
  ]),
  metadata: z.optional(metadata),
  end_user: z.optional(endUser),
  organization: z.optional(organization),
  tags: z.optional(tags),
});

/** @see {@link importConnectionBody} */
export type ImportConnectionBody = z.infer<typeof importConnectionBody>;
