const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a key, a token or a code looks like: a run of at least this many letters and digits. */
const OPAQUE_LENGTH = 16;

/** Letters alone, and whatever joins them, make a name, however long: `passwordPolicies`, `vnd.pingidentity.user.import+json`. */
const NAME = /^[A-Za-z._+-]{1,64}$/;

/**
 * Tells whether a word may be kept: a UUID, a short one, or a name made of letters.
 *
 * Security: what is kept is told by what it looks like, and what looks like nothing known is not kept.
 */
export function isPlainWord(word: string): boolean {
  if (word.length < OPAQUE_LENGTH) return /^[\w.~+-]*$/.test(word);
  return NAME.test(word) || UUID.test(word);
}

/** Tells whether all words of a text are plain ones, whatever separates them. */
export function isPlainText(text: string): boolean {
  return text.split(/[\s,;:=/()"'*?!<>[\]{}|&@#%\\]+/).every(isPlainWord);
}
