import type { Clock } from '../clock.ts';
import type { DiscoveryReading } from '../oauth/discovery.ts';

/** Remembers for a while which region knows which environment. */
export interface RegionMemory {
  find(discoveryUrl: string): DiscoveryReading | undefined;
  remember(discoveryUrl: string, reading: DiscoveryReading): void;
}

/** An environment does not move, so what was found holds for minutes. */
const KNOWN_FOR_MS = 5 * 60_000;

/** An environment may be there the next moment, so a "no" only saves asking twice in one attempt. */
const UNKNOWN_FOR_MS = 10_000;

const MAX_ENTRIES = 1000;

/** Creates an empty memory. It forgets its oldest entries when it is full. */
export function createRegionMemory(clock: Clock): RegionMemory {
  const entries = new Map<string, { readonly reading: DiscoveryReading; readonly until: number }>();
  return {
    find(discoveryUrl) {
      const entry = entries.get(discoveryUrl);
      return entry !== undefined && clock.now().getTime() < entry.until ? entry.reading : undefined;
    },
    remember(discoveryUrl, reading) {
      if (reading.verdict === 'unclear') return;
      entries.delete(discoveryUrl);
      const [oldest] = entries.keys();
      if (oldest !== undefined && entries.size >= MAX_ENTRIES) entries.delete(oldest);
      const lifetimeMs = reading.verdict === 'known' ? KNOWN_FOR_MS : UNKNOWN_FOR_MS;
      entries.set(discoveryUrl, { reading, until: clock.now().getTime() + lifetimeMs });
    },
  };
}
