/**
 * Every CSS variable with which a host may theme the component, set on the component or on anything round it.
 *
 * The defaults of all colours know light and dark; a host's own value does when it is a `light-dark()`.
 */
export const stylingVariables = {
  '--lk-accent': 'Colour of the main button, links and marks.',
  '--lk-on-accent': 'Colour of the words on the main button.',
  '--lk-surface': 'Background of the component and its controls.',
  '--lk-raised': 'Background of what is set off: progress, steps, access.',
  '--lk-text': 'Colour of the text.',
  '--lk-muted': 'Colour of descriptions, placeholders and drawings.',
  '--lk-line': 'Colour of lines that only divide.',
  '--lk-edge': 'Colour of the borders of controls. It needs a contrast of 3 to 1 against the surface.',
  '--lk-danger': 'Colour of what is wrong.',
  '--lk-warning': 'Colour of what may be wrong.',
  '--lk-success': 'Colour of what is right.',
  '--lk-radius': 'Radius of controls; the component’s own corners are rounder in proportion.',
  '--lk-space': 'The unit that every distance is a multiple of, 4px by default.',
  '--lk-width': 'The widest that the component gets.',
  '--lk-frame': 'Border round the component, for example `0` inside a card of the host’s.',
  '--lk-shadow': 'Shadow of the component, for example `none`.',
  '--lk-font-family': 'Font; the host’s own by default.',
  '--lk-font-size': 'Size of the text. Everything else follows from it.',
  '--lk-focus-ring': 'The outline of what has the focus.',
} as const;

/** The name of a CSS variable that themes the component. */
export type StylingVariable = keyof typeof stylingVariables;
