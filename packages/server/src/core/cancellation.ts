/** As much of an `AbortSignal` as is needed to notice that somebody has gone. A real one will do. */
export interface Cancellation {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options: { readonly once: true }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Who can tell that somebody has gone. */
export interface Canceller {
  readonly signal: Cancellation;
  abort(): void;
}

/** Creates one for a single call. It costs a tenth of an `AbortController`, which is an event target with all that belongs to it. */
export function createCanceller(): Canceller {
  let listeners: (() => void)[] | undefined;
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    throwIfAborted() {
      if (signal.aborted) throw signal.reason;
    },
    addEventListener: (_type: 'abort', listener: () => void) => void (listeners ??= []).push(listener),
    removeEventListener(_type: 'abort', listener: () => void) {
      const index = listeners?.indexOf(listener) ?? -1;
      if (index !== -1) listeners?.splice(index, 1);
    },
  };
  return {
    signal,
    abort() {
      if (signal.aborted) return;
      signal.aborted = true;
      signal.reason = new DOMException('The caller went away.', 'AbortError');
      const told = listeners ?? [];
      listeners = undefined;
      for (const listener of told) listener();
    },
  };
}
