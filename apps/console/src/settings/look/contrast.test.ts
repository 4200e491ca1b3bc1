import { describe, expect, it } from 'vitest';
import { computeContrast } from './contrast.ts';

describe('the contrast of two colours', () => {
  it('is 21 between black and white and 1 between equals, whichever comes first', () => {
    expect(computeContrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(computeContrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(computeContrast('#3d3ad6', '#3d3ad6')).toBe(1);
  });

  it('tells the lightest grey that can be read on white from the next', () => {
    expect(computeContrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(computeContrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
});
