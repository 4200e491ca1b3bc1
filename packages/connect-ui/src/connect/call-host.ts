/**
 * Calls what the host gave, if it gave anything.
 *
 * What that throws is the host's to mend: it is reported, and keeps nobody from connecting.
 */
export function callHost<Args extends readonly unknown[]>(callback: ((...args: Args) => void) | undefined, ...args: Args): void {
  try {
    callback?.(...args);
  } catch (thrown) {
    reportToHost(thrown);
  }
}

/** Shows the host's developers a mistake of the host's where they see what nobody has caught: it is thrown there. */
export function reportToHost(mistake: unknown): void {
  queueMicrotask(() => {
    throw mistake;
  });
}
