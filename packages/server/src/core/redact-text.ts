const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Letters alone, and what joins them, make a name, however long: `passwordPolicies`, `vnd.pingidentity.user.import+json`. */
const NAME = /^[A-Za-z._+-]{1,64}$/;

/** What a key, a token or a code looks like, as long as it is neither a name nor a UUID: a run of this length without a sign that separates words. */
const LONG_WORD = /[^\s,;:=/()"'*?!<>[\]{}|&@#%\\]{16,}/g;
const LONG_WORD_LENGTH = 16;

/** What may be kept of a path as it is. */
const SEGMENT = /^[\w.~+-]*$/;

/**
 * Tells whether a text holds nothing that could be a key, a token or a code: no long word but names and UUIDs.
 *
 * Security: what is kept is told by what it looks like, and a long word that looks like nothing known is not kept.
 */
export function isPlainText(text: string): boolean {
  return text.length < LONG_WORD_LENGTH || (text.match(LONG_WORD)?.every(isName) ?? true);
}

/** Tells whether one piece of a path may be kept: letters, digits and what joins them, and nothing that could be a key. */
export function isPlainSegment(segment: string): boolean {
  return SEGMENT.test(segment) && isPlainText(segment);
}

/** Takes out of a sentence every word that could be a key. */
export function hideLongWords(text: string, replacement: string): string {
  return text.replace(LONG_WORD, (word) => (isName(word) ? word : replacement));
}

function isName(word: string): boolean {
  return NAME.test(word) || UUID.test(word);
}
