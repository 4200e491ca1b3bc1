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
 * Takes away what a copy and paste puts round a value: white space of every kind, invisible characters, and one matching pair of quotes, with
 * the comma or semicolon that stands behind it in JSON or code.
 *
 * White space inside the value stays.
 */
export function cleanText(text: string): string {
  const trimmed = dropInvisible(text).trim();
  const closing = QUOTE_PAIRS[trimmed.charAt(0)];
  const bare = trimmed.replace(/[,;]$/, '');
  const quoted = bare.length >= 2 && closing !== undefined && bare.endsWith(closing);
  return quoted ? bare.slice(1, -1).trim() : trimmed;
}

/** Takes away URLs: what stands within one counts by its place there, and is read from there. */
export function dropUrls(text: string): string {
  return text.replace(/https?:\/\/[^\s"'`<>]+/gi, ' ');
}

/** Puts hyphens in the place of the dashes that word processors and web pages set between the digits of a UUID. */
export function straightenDashes(text: string): string {
  return text.replace(/([0-9a-f]{4})[\p{Pd}\u2212](?=[0-9a-f]{4})/giu, '$1-');
}

/**
 * Lists the UUIDs in a text, each once, in any of the forms that people paste: upper case, in braces, with `urn:uuid:`, with dashes for
 * hyphens, as 32 hexadecimal digits, with a label in front, or with a remark behind.
 *
 * @returns Each in lower case with hyphens.
 * @see [RFC 9562 §4](https://www.rfc-editor.org/rfc/rfc9562.html#section-4)
 */
export function listUuids(text: string): readonly string[] {
  const found = straightenDashes(dropInvisible(text)).matchAll(
    /(?:^|[^\w-])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![\w-])/gi,
  );
  return [...new Set(Array.from(found, ([, uuid = '']) => formatUuid(uuid.replaceAll('-', '').toLowerCase())))];
}

/** Reads the one UUID that a text holds outside of URLs: `undefined` when there is none, or several that differ. */
export function readUuid(text: string): string | undefined {
  const [uuid, ...others] = listUuids(dropUrls(text));
  return others.length === 0 ? uuid : undefined;
}

function formatUuid(digits: string): string {
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
