/** Work that is under way, so that somebody can wait for it. */
export interface UnderWay {
  begin(): void;
  /** Once for each that has begun. */
  end(): void;
  /** Resolves when none is under way. Whatever begins meanwhile is waited for as well. */
  settled(): Promise<void>;
}

/** Creates it, with nothing under way. It counts, and holds nothing. */
export function createUnderWay(): UnderWay {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    begin: () => void (count += 1),
    end() {
      count -= 1;
      if (count > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    async settled() {
      if (count > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
