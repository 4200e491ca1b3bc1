/** A scale from nought to a round number. */
export interface Scale {
  /** Round numbers from nought to the top, ascending. */
  readonly ticks: readonly number[];
  /** How high a value stands, from 0 to 100. */
  readonly percent: (value: number) => number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Finds the scale with four steps at most that holds a value. */
export function findScale(highest: number): Scale {
  const rough = Math.max(highest, 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((candidate) => candidate * magnitude >= rough) ?? 10) * magnitude);
  const count = Math.max(1, Math.ceil(highest / step));
  const top = step * count;
  return {
    ticks: Array.from({ length: count + 1 }, (_tick, index) => index * step),
    percent: (value) => (value / top) * 100,
  };
}
