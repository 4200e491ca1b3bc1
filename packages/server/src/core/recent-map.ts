/** Remembers a bounded number of things: when it is full, it forgets what was asked for, or put there, longest ago. */
export interface RecentMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  entries(): Iterable<readonly [Key, Value]>;
  clear(): void;
}

/** Creates an empty one. */
export function createRecentMap<Key, Value>(maxEntries: number): RecentMap<Key, Value> {
  // A map keeps the order in which keys came, so what was used longest ago stands first.
  const entries = new Map<Key, Value>();
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined || entries.size === 1) return value;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= maxEntries) return;
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    },
    delete: (key) => void entries.delete(key),
    entries: () => entries,
    clear: () => entries.clear(),
  };
}
