import type { ErrorText } from './locale.ts';

/** What the form says by itself, in English. Words in braces are filled in. */
export const text = {
  'form.title': 'Link {provider} Account',
  'form.intro': 'Paste whatever you have into any field: an address, a .env block, JSON or single values.',
  'form.connect': 'Connect',
  'form.connecting': 'Connecting…',
  'form.close': 'Close',
  'form.loading': 'Loading the form…',
  'field.show': 'Show',
  'field.regionOption': '{name} — {tld}',
  'help.field': 'Where do I find this?',
  'help.need': 'Need help?',
  'help.open': 'View connection guide',
  'guide.loading': 'Loading the guide…',
  'guide.failed': 'The guide could not be loaded. Check your connection and try again.',
  'progress.title': 'Progress',
  'result.titlePlain': 'Connected',
  'failure.retry': 'Try again',
} as const;

/** The failure that must have words when nothing more can be loaded; they stand for whatever has none. */
export const errors = {
  server_unreachable: {
    message: 'The server could not be reached.',
    remedy: 'Check your connection and try again. What you typed is kept.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;

/** Said of a value while the words for what is wrong with it are on their way, or when they could not be loaded. */
export const unexplained: ErrorText = { message: 'This value is missing, or not right.', remedy: 'Check it, and try again.' };
