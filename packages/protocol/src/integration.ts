import * as z from 'zod/mini';

/** What `GET /integrations/{uniqueKey}` can be asked to add. */
const integrationExtra = z.enum(['webhook', 'credentials']);

/** @see {@link integrationExtra} */
export type IntegrationExtra = z.infer<typeof integrationExtra>;

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
  credentials: z.optional(z.null()),
});

/** @see {@link integrationEntry} */
export type IntegrationEntry = z.infer<typeof integrationEntry>;

/** Answer of `GET /integrations`. */
export const integrationListBody = z.object({ data: z.array(integrationEntry) });

/** @see {@link integrationListBody} */
export type IntegrationListBody = z.infer<typeof integrationListBody>;

/** Answer of `GET /integrations/{uniqueKey}`. */
export const integrationBody = z.object({ data: integrationEntry });

/** @see {@link integrationBody} */
export type IntegrationBody = z.infer<typeof integrationBody>;

/** Query of `GET /integrations/{uniqueKey}`. */
export const integrationQuery = z.strictObject({ include: z.optional(z.array(integrationExtra)) });
