import { describe, expect, it } from 'vitest';
import { findScale } from './scale.ts';

describe('the scale of a chart', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [40, [0, 10, 20, 30, 40]],
    [1234, [0, 500, 1000, 1500]],
  ])('for %d has the ticks %j', (highest, ticks) => {
    expect(findScale(highest).ticks).toEqual(ticks);
  });

  it('places nought at the bottom and the last tick at the top', () => {
    const { percent, ticks } = findScale(1234);
    expect(percent(0)).toBe(0);
    expect(percent(ticks.at(-1) ?? 0)).toBe(100);
    expect(percent(750)).toBe(50);
  });
});
