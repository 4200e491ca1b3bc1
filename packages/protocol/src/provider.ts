import * as z from 'zod/mini';
import { storableText } from './text.ts';

/** One value that connecting needs. */
const providerField = z.object({
  type: z.literal('string'),
  title: z.string(),
  description: z.string(),
  /** Place in the form, from 0. */
  order: z.number(),
  /** The step of the guide that tells where to find the value. */
  doc_section: z.string(),
  example: z.optional(z.string()),
  format: z.optional(z.literal('uuid')),
  /** All values there are, when they can be listed. */
  enum: z.optional(z.array(z.string())),
  /** Whether nobody may read the value again. */
  secret: z.optional(z.literal(true)),
});

/** A provider, as `GET /providers` lists it. In URLs, `${connectionConfig.name}` stands for a value of the connection. */
const providerEntry = z.object({
  /** The provider's id, for example `pingone-cc`. */
  name: z.string(),
  display_name: z.string(),
  auth_mode: z.enum(['OAUTH2', 'OAUTH2_CC']),
  token_url: z.string(),
  /** Where the paths of `/proxy` lead. */
  proxy: z.object({ base_url: z.string() }),
  connection_config: z.record(z.string(), providerField),
  credentials: z.record(z.string(), providerField),
  docs: z.string(),
});

/** @see {@link providerEntry} */
export type ProviderEntry = z.infer<typeof providerEntry>;

/** Answer of `GET /providers`. */
export const providerListBody = z.object({ data: z.array(providerEntry) });

/** @see {@link providerListBody} */
export type ProviderListBody = z.infer<typeof providerListBody>;

/** Answer of `GET /providers/{provider}`. */
export const providerBody = z.object({ data: providerEntry });

/** @see {@link providerBody} */
export type ProviderBody = z.infer<typeof providerBody>;

/** Query of `GET /providers`: text within the id or the name. Nothing finds all. */
export const providersQuery = z.strictObject({ search: z.optional(storableText.check(z.maxLength(255))) });
