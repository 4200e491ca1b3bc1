import * as z from 'zod/mini';
import { storableText, text } from './text.ts';

/** What an integration's id may be. */
export const INTEGRATION_ID = /^[A-Za-z0-9][\w.-]{0,63}$/;

/** @see [RFC 6749 §3.3](https://www.rfc-editor.org/rfc/rfc6749.html#section-3.3) */
export const OAUTH_SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]{1,255}$/;

/** What `GET /integrations/{uniqueKey}` can be asked to add. */
const integrationExtra = z.enum(['webhook', 'credentials']);

/** @see {@link integrationExtra} */
export type IntegrationExtra = z.infer<typeof integrationExtra>;

/** The OAuth client that end users sign in through, and the scopes that are asked for. */
const shownClient = z.object({
  type: z.literal('OAUTH2'),
  client_id: z.string(),
  /** Told to backends alone: a page of the console has no use for it. */
  client_secret: z.optional(z.string()),
  /** Separated by commas; empty for the provider's own. */
  scopes: z.string(),
  /** No webhook of a provider's is received. */
  webhook_secret: z.null(),
});

/** An integration, as `GET /integrations` lists it. */
const integrationEntry = z.object({
  /** The integration's id; `provider_config_key` elsewhere. */
  unique_key: z.string(),
  provider: z.string(),
  display_name: z.string(),
  logo: z.nullable(z.string()),
  forward_webhooks: z.boolean(),
  /** `null` for an integration that the server's options name: it was never stored. */
  created_at: z.nullable(z.string()),
  updated_at: z.nullable(z.string()),
  /** Only when asked for; `null` when the provider sends no webhooks. */
  webhook_url: z.optional(z.nullable(z.string())),
  /** Only when asked for; `null` when each end user brings a client of their own. */
  credentials: z.optional(z.nullable(shownClient)),
});

/** @see {@link integrationEntry} */
export type IntegrationEntry = z.infer<typeof integrationEntry>;

/** Answer of `GET /integrations`. */
export const integrationListBody = z.object({ data: z.array(integrationEntry) });

/** @see {@link integrationListBody} */
export type IntegrationListBody = z.infer<typeof integrationListBody>;

/** Answer of `GET`, `POST` and `PATCH` of one integration. */
export const integrationBody = z.object({ data: integrationEntry });

/** @see {@link integrationBody} */
export type IntegrationBody = z.infer<typeof integrationBody>;

/** Query of `GET /integrations/{uniqueKey}`. */
export const integrationQuery = z.strictObject({ include: z.optional(z.array(integrationExtra)) });

/** Scopes, separated by commas. */
const scopeList = storableText.check(
  z.maxLength(2048),
  z.refine((list) => parseScopeList(list).every((scope) => OAUTH_SCOPE.test(scope)), {
    error: 'These are no scopes that are separated by commas.',
  }),
);

/** The OAuth client that end users sign in through. Without one, each brings a client of their own. */
const givenClient = z
  .strictObject({
    type: z.literal('OAUTH2'),
    client_id: z.optional(text),
    client_secret: z.optional(storableText.check(z.minLength(1), z.maxLength(1024))),
    /** Separated by commas. @default the provider's */
    scopes: z.optional(scopeList),
    /** What is read can be given back as it is. */
    webhook_secret: z.optional(z.null()),
  })
  .check(
    z.refine(({ client_id, client_secret }) => (client_id === undefined) === (client_secret === undefined), {
      error: 'Give "client_id" and "client_secret" both, or neither.',
      path: ['client_secret'],
    }),
  );

const uniqueKey = z.string().check(
  z.regex(INTEGRATION_ID, {
    error: 'An id begins with a letter or digit; letters, digits, ".", "_" and "-" may follow, up to 64 characters in all.',
  }),
);

/** What a body may say of an integration besides what it is. Compat: clients of this wire know the switch; nothing is forwarded, so it is off. */
const integrationSettings = {
  display_name: z.optional(text),
  forward_webhooks: z.optional(z.literal(false)),
};

/** Body of `POST /integrations`. Only providers where somebody signs in take `credentials`. */
export const createIntegrationBody = z.strictObject({
  ...integrationSettings,
  provider: text,
  unique_key: uniqueKey,
  credentials: z.optional(givenClient),
});

/** @see {@link createIntegrationBody} */
export type CreateIntegrationBody = z.infer<typeof createIntegrationBody>;

/**
 * Body of `PATCH /integrations/{uniqueKey}`. What is left out stays, within `credentials` too; `null` there takes the OAuth client and its
 * scopes away.
 */
export const updateIntegrationBody = z.strictObject({
  ...integrationSettings,
  /** A new id, as long as nothing is connected through the integration. */
  unique_key: z.optional(uniqueKey),
  credentials: z.optional(z.nullable(givenClient)),
});

/** @see {@link updateIntegrationBody} */
export type UpdateIntegrationBody = z.infer<typeof updateIntegrationBody>;

/** Query of `DELETE /integrations/{uniqueKey}`. */
export const deleteIntegrationQuery = z.strictObject({
  /** Whether what is connected through the integration is forgotten with it. @default false */
  cascade: z.optional(z.enum(['true', 'false'])),
});

/** Reads scopes that are separated by commas, or by spaces as OAuth has it. */
export function parseScopeList(list: string): readonly string[] {
  return [...new Set(list.split(/[\s,]+/).filter((scope) => scope !== ''))];
}
