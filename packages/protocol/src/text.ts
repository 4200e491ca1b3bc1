import * as z from 'zod/mini';

/** What no store can keep as text: the character U+0000, and half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Tells whether a text can be stored and comes back as it was. */
export function isStorable(value: string): boolean {
  return !UNSTORABLE.test(value);
}

/** Any text that can be stored. */
export const storableText = z
  .string()
  .check(z.refine(isStorable, { error: 'This holds a character that cannot be stored: U+0000 or half of a surrogate pair.' }));

/** Text that names something: 1 to 255 characters. */
export const text = storableText.check(z.minLength(1), z.maxLength(255));
