import type { Clock } from '../clock.ts';

/**
 * Remembers for a moment what the store has under a name, so that what every request asks for is not read for every request.
 *
 * What another process changed is seen when the moment is over; what this process changed at once, because it says so by `forget`.
 */
export interface ShortMemory<Value> {
  /** Who asks while it is being read waits for the same reading. That there is nothing is not remembered. */
  get(name: string): Promise<Value | undefined>;
  forget(): void;
}

/** Reads what there is under a name. `last` is what was there before, for what need not be made anew. */
type Load<Value> = (name: string, last: Value | undefined) => Promise<Value | undefined>;

/** How long something is remembered, in milliseconds: how late a change of another process is seen. */
export const REMEMBERED_MS = 2000;

const MAX_ENTRIES = 1000;

interface Entry<Value> {
  readonly until: number;
  readonly reading: Promise<Value | undefined>;
}

/** Creates an empty memory. When it is full, it forgets what was read longest ago. */
export function createShortMemory<Value>(clock: Clock, load: Load<Value>): ShortMemory<Value> {
  const entries = new Map<string, Entry<Value>>();

  const read = async (name: string, before: Entry<Value> | undefined): Promise<Value | undefined> =>
    load(name, before === undefined ? undefined : await before.reading.catch(() => undefined));

  return {
    async get(name) {
      const now = clock.now().getTime();
      const before = entries.get(name);
      if (before !== undefined && now < before.until) return before.reading;
      // It is there before it is read, so that what is forgotten meanwhile does not come back.
      const entry = { until: now + REMEMBERED_MS, reading: read(name, before) };
      entries.delete(name);
      const [oldest] = entries.keys();
      if (oldest !== undefined && entries.size >= MAX_ENTRIES) entries.delete(oldest);
      entries.set(name, entry);
      let value: Value | undefined;
      try {
        value = await entry.reading;
        return value;
      } finally {
        if (value === undefined && entries.get(name) === entry) entries.delete(name);
      }
    },
    forget: () => entries.clear(),
  };
}
