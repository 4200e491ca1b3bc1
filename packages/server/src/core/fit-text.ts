const MAX_LENGTH = 255;

/** Makes of a text from outside one that every store takes: ids may be what a caller sent, of any length and in any letters. */
export function fitText(text: string): string {
  return text.slice(0, MAX_LENGTH).toWellFormed().replaceAll('\0', '\u{FFFD}');
}
