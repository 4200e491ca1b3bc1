/**
 * Brings a text to one case and one Unicode form, so that a search finds it however it was typed.
 *
 * To upper case, because the lower case of a letter may depend on its neighbours, as that of the Greek sigma does.
 */
export function foldCase(text: string): string {
  return text.normalize('NFC').toUpperCase();
}
