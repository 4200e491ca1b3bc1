import { describe, expect, it } from 'vitest';
import { findWeakContrasts, formatCss, usualTheme } from './theme.ts';

const yellow = { light: '#ffe000', dark: '#a5a8ff' };

describe('a theme', () => {
  it('is written as CSS of what differs alone', () => {
    expect(formatCss(usualTheme)).not.toContain('--lk');
    const css = formatCss({ ...usualTheme, colours: { ...usualTheme.colours, '--lk-accent': yellow }, radius: 4 });
    expect(css).toBe(':root {\n  --lk-accent: light-dark(#ffe000, #a5a8ff);\n  --lk-radius: 4px;\n}');
  });

  it('says in which scheme words are hard to read, and is well to begin with', () => {
    expect(findWeakContrasts(usualTheme)).toEqual([]);
    const weak = findWeakContrasts({ ...usualTheme, colours: { ...usualTheme.colours, '--lk-accent': yellow } });
    expect(weak).toEqual([expect.stringMatching(/button’s text .* in light/), expect.stringMatching(/link .* in light/)]);
  });
});
