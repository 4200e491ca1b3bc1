/** Zero-width and directional characters that a copy may carry along, and the byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

const QUOTE_PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
};

/** Takes away the characters that nobody sees. */
export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * Takes away what a copy and paste puts round a value: white space of every kind, invisible characters, and one matching pair of quotes.
 *
 * White space inside the value stays.
 */
export function cleanText(text: string): string {
  const trimmed = dropInvisible(text).trim();
  const closing = QUOTE_PAIRS[trimmed.charAt(0)];
  const quoted = trimmed.length >= 2 && closing !== undefined && trimmed.endsWith(closing);
  return quoted ? trimmed.slice(1, -1).trim() : trimmed;
}

/**
 * Reads a UUID in any of the forms that people paste: upper case, in braces, with `urn:uuid:`, or as 32 hexadecimal digits.
 *
 * @returns The UUID in lower case with hyphens, or `undefined` when the text is none.
 * @see [RFC 9562 §4](https://www.rfc-editor.org/rfc/rfc9562.html#section-4)
 */
export function readUuid(text: string): string | undefined {
  const bare = cleanText(text)
    .replace(/^urn:uuid:/i, '')
    .replace(/^[{(<[](.*)[\])>}]$/, '$1');
  const hyphenated = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare);
  if (!hyphenated && !/^[0-9a-f]{32}$/i.test(bare)) return undefined;
  const digits = bare.replaceAll('-', '').toLowerCase();
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
