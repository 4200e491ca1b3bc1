import * as z from 'zod/mini';
import { keyScopes } from './key-scopes.ts';
import { text } from './text.ts';

const keyGrant = z.enum([...keyScopes, 'all']);

/** Body of `POST /keys`. */
export const createKeyBody = z.strictObject({
  /** What people know the key by: who uses it, and where. */
  name: text,
  /** What it may do; `all` for everything that there is and will be. Nobody makes a key that may do more than their own. */
  scopes: z.array(keyGrant).check(
    z.minLength(1),
    z.maxLength(keyScopes.length + 1),
    z.refine((scopes) => new Set(scopes).size === scopes.length, { error: 'A scope stands there twice.' }),
  ),
  /** From when on the key is refused. @default never */
  expires_at: z.optional(z.iso.datetime({ offset: true })),
});

/** @see {@link createKeyBody} */
export type CreateKeyBody = z.infer<typeof createKeyBody>;

/** A secret key, as `GET /keys` lists it. The key itself is never told again. */
const keyEntry = z.object({
  id: z.string(),
  name: z.string(),
  /** How the key ends, so that a person can tell which one it is. */
  hint: z.string(),
  scopes: z.array(keyGrant),
  /** `null` for a key that the server's options name: it was never stored. */
  created_at: z.nullable(z.string()),
  expires_at: z.nullable(z.string()),
  /** To the minute. `null` when it was not used yet, and for a key that the options name. */
  last_used_at: z.nullable(z.string()),
  /** `false` for a key that the server's options name: it goes by being taken out of there. */
  revocable: z.boolean(),
});

/** @see {@link keyEntry} */
export type KeyEntry = z.infer<typeof keyEntry>;

/** Answer of `GET /keys`. */
export const keyListBody = z.object({ data: z.array(keyEntry) });

/** @see {@link keyListBody} */
export type KeyListBody = z.infer<typeof keyListBody>;

/** Answer of `POST /keys`, status 201. The key is told this once. */
export const keyCreatedBody = z.object({ data: z.extend(keyEntry, { key: z.string() }) });

/** @see {@link keyCreatedBody} */
export type KeyCreatedBody = z.infer<typeof keyCreatedBody>;
