/** For the `ref` of a field that whoever it is shown to wants to type in. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
