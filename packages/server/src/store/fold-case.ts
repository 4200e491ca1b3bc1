/** Brings a text to one case and one Unicode form, so that a search finds it however it was typed. */
export function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
