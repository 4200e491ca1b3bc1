/**
 * Moves the focus to what has come in the place of something else. A person who is elsewhere in the page stays there.
 *
 * It can be the `ref` of what comes.
 */
export function takeFocus(element: HTMLElement | null | undefined): void {
  const { activeElement } = document;
  // What had the focus and is gone leaves it to the page, or to the dialog.
  if (activeElement?.contains(element ?? null) || element?.closest('[data-part="root"]')?.contains(activeElement)) element?.focus();
}
