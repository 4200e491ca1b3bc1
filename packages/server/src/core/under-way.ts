/** Work that is under way, so that somebody can wait for it. */
export interface UnderWay {
  /** Does work, and counts it until it has ended. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when none is under way. Whatever begins meanwhile is waited for as well. */
  settled(): Promise<void>;
}

/** Creates it, with nothing under way. It counts, and holds nothing. */
export function createUnderWay(): UnderWay {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    async run(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) {
          for (const resolve of waiting) resolve();
          waiting = [];
        }
      }
    },
    async settled() {
      if (count > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
