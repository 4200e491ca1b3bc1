/** Shortest and longest pauses, in milliseconds. */
interface PauseLimits {
  readonly firstMs: number;
  readonly maxMs: number;
}

/**
 * Computes how long to wait before something is tried again: twice as long each time, less up to half of it by chance, so that many who
 * failed together do not come back together.
 *
 * @param failures How often it was tried before: 1 or more.
 * @param random From 0 to 1.
 * @returns Milliseconds.
 */
export function computeBackoff({ firstMs, maxMs }: PauseLimits, failures: number, random: number): number {
  const pauseMs = Math.min(firstMs * 2 ** (failures - 1), maxMs);
  return Math.round(pauseMs * (1 - random / 2));
}
