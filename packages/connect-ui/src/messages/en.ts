import type { ErrorText } from './locale.ts';

/** What the form says by itself, in English. Words in braces are filled in. */
export const text = {
  'form.title': 'Link {provider} Account',
  'form.intro': 'Paste whatever you have into any field: an address, a .env block, JSON or single values.',
  'form.connect': 'Connect',
  'form.connecting': 'Connecting…',
  'form.close': 'Close',
  'form.loading': 'Loading the form…',
  'reconnect.title': 'Reconnect {provider}',
  'reconnect.intro': 'What is already known is filled in. Enter the rest, and the connection works again.',
  'reconnect.submit': 'Reconnect',
  'reconnect.submitting': 'Reconnecting…',
  'reconnect.known': 'Already known',
  'reconnect.edit': 'Edit',
  'field.show': 'Show',
  'field.hide': 'Hide',
  'field.regionOption': '{name} — {tld}',
  'paste.filled': 'Filled in from what you pasted: {fields}.',
  'region.asking': 'Looking for the region…',
  'region.found': 'Region found: {region}.',
  'region.corrected': 'Corrected to {region}: that is where this environment lives.',
  'help.field': 'Where do I find this?',
  'help.need': 'Need help?',
  'help.open': 'View connection guide',
  'help.close': 'Hide connection guide',
  'help.step': 'Show me where',
  'guide.loading': 'Loading the guide…',
  'guide.failed': 'The guide could not be loaded. Check your connection and try again.',
  'progress.title': 'Progress',
  'result.title': 'Connected to {environment}',
  'result.titlePlain': 'Connected',
  'result.reconnected': 'Reconnected to {environment}',
  'result.reconnectedPlain': 'Reconnected',
  'result.summary': 'The connection was checked and works.',
  'result.summaryPlain': 'The connection was made; the answer that describes it was lost on its way.',
  'result.summaryWarning': 'The connection works, but it may not do everything.',
  'result.done': 'Done',
  'failure.retry': 'Try again',
  'failure.swap': 'Swap the two values',
  'failure.wait': 'Wait {seconds} seconds before you try again.',
} as const;

/** Failures that must have words when nothing more can be loaded. */
export const errors = {
  offline: {
    message: 'You are offline.',
    remedy: 'Press Connect again when you are back online. What you typed is kept.',
  },
  server_unreachable: {
    message: 'The server could not be reached.',
    remedy: 'Check your connection and try again. What you typed is kept.',
  },
  server_answer_invalid: {
    message: 'The server’s answer could not be read.',
    remedy: 'Try again. If it stays so, tell the app that you are connecting to.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;

/** Said of a value while the words for what is wrong with it are on their way, or when they could not be loaded. */
export const unexplained: ErrorText = { message: 'This value is missing, or not right.', remedy: 'Check it, and try again.' };
