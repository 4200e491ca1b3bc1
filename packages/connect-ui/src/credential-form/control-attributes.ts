import type { UseFormRegisterReturn } from 'react-hook-form';

/** What every control of the form carries: its registration, and what ties it to its label and messages. */
export type ControlAttributes = UseFormRegisterReturn & {
  readonly id: string;
  readonly required: true;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
};

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
