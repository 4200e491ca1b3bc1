import { computeContrast } from './contrast.ts';

/** A colour as it is in light and in dark, each `#rrggbb`. */
export interface Shade {
  readonly light: string;
  readonly dark: string;
}

/** What can be tried out here. */
export const themeColours = [
  { name: '--lk-accent', label: 'Accent', shade: { light: '#3d3ad6', dark: '#a5a8ff' } },
  { name: '--lk-on-accent', label: 'Text on accent', shade: { light: '#ffffff', dark: '#12122b' } },
  { name: '--lk-surface', label: 'Surface', shade: { light: '#ffffff', dark: '#17181d' } },
  { name: '--lk-text', label: 'Text', shade: { light: '#15171c', dark: '#f2f3f5' } },
] as const satisfies readonly { name: string; label: string; shade: Shade }[];

/** The name of a colour of the theme. */
export type ColourName = (typeof themeColours)[number]['name'];

/** How the form looks. */
export interface Theme {
  readonly colours: Readonly<Record<ColourName, Shade>>;
  /** In pixels. */
  readonly radius: number;
}

/** How it looks when nobody says anything. */
export const usualTheme: Theme = {
  colours: {
    '--lk-accent': themeColours[0].shade,
    '--lk-on-accent': themeColours[1].shade,
    '--lk-surface': themeColours[2].shade,
    '--lk-text': themeColours[3].shade,
  },
  radius: 10,
};

/** Writes what differs from the usual look as CSS variables with their values. */
export function listDeclarations({ colours, radius }: Theme): readonly (readonly [string, string])[] {
  const changed = themeColours.flatMap(({ name, shade }) => {
    const { light, dark } = colours[name];
    return light === shade.light && dark === shade.dark ? [] : [[name, `light-dark(${light}, ${dark})`] as const];
  });
  return radius === usualTheme.radius ? changed : [...changed, ['--lk-radius', `${radius}px`]];
}

/** Writes a theme as a rule to put into the app's own style sheet. */
export function formatCss(theme: Theme): string {
  const lines = listDeclarations(theme).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length === 0 ? '/* The usual look needs no CSS. */' : [':root {', ...lines, '}'].join('\n');
}

/** Says which words would be hard to read, in a sentence each. */
export function findWeakContrasts({ colours }: Theme): readonly string[] {
  const pairs = [
    { on: colours['--lk-accent'], words: colours['--lk-on-accent'], what: 'The button’s text' },
    { on: colours['--lk-surface'], words: colours['--lk-text'], what: 'The text' },
    { on: colours['--lk-surface'], words: colours['--lk-accent'], what: 'A link' },
  ];
  return pairs.flatMap(({ on, words, what }) =>
    (['light', 'dark'] as const).flatMap((scheme) => {
      const contrast = computeContrast(on[scheme], words[scheme]);
      return contrast >= 4.5 ? [] : [`${what} is hard to read in ${scheme}: a contrast of ${contrast.toFixed(1)}, and 4.5 is the least.`];
    }),
  );
}
