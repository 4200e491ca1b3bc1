/** Keeps browsers and password managers from filling in, saving or correcting what belongs to another service. */
export const foreignValue = {
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-form-type': 'other',
  'data-lpignore': 'true',
} as const;
