/**
 * Copies what stands in an element. Where a page may not write to the clipboard, the text is selected and copied as a person would do it.
 *
 * @returns `false` when that failed too: then the text is selected, and the person can copy it.
 */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    // Compat: deprecated, and the only way without a permission, or on a page that is not served over HTTPS.
    return document.execCommand('copy');
  }
}
