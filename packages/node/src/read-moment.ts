/** Reads a moment of the wire; `undefined` for one that there is not. */
export function readMoment(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
