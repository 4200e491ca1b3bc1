/** Each class is a fifth longer than the one before, so what is told by its class is told to within a tenth. */
const GROWTH = 1.2;

/** The longest that is told apart, in milliseconds: an hour. */
const LONGEST_MS = 3_600_000;

/** Says to which class a duration belongs, so that durations can be counted without keeping each. 0 is up to a millisecond. */
export function classifyDuration(ms: number): number {
  return Math.ceil(Math.log(Math.min(Math.max(ms, 1), LONGEST_MS)) / Math.log(GROWTH));
}

/** Says how long the durations of a class are, about, in whole milliseconds. */
export function describeClass(durationClass: number): number {
  return Math.round(GROWTH ** (durationClass - 0.5));
}

/**
 * Finds the duration that a share of all does not exceed.
 *
 * @param counts How many there are of each class, shorter ones first.
 * @param share From 0 to 1: a half for the median.
 * @returns Milliseconds, to within a tenth; `undefined` when there are none.
 */
export function findPercentile(
  counts: readonly { readonly durationClass: number; readonly count: number }[],
  share: number,
): number | undefined {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { durationClass, count } of counts) {
    seen += count;
    if (seen >= total * share) return describeClass(durationClass);
  }
  return undefined;
}
