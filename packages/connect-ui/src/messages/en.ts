import type { OwnFailureCode } from '../api/failure.ts';
import type { ErrorText } from './locale.ts';

/** What the component says by itself, in English. Words in braces are filled in. */
export const text = {
  'form.title': 'Link {provider} Account',
  'form.intro': 'Paste whatever you have into any field: an address, a .env block, JSON or single values.',
  'form.connect': 'Connect',
  'form.connecting': 'Connecting…',
  'form.close': 'Close',
  'form.loading': 'Loading the form…',
  'field.reveal': 'Show {field}',
  'field.regionOption': '{name} — {tld}',
  'paste.filled': 'Filled in from what you pasted: {fields}.',
  'region.asking': 'Looking for the region…',
  'region.found': 'Region found: {region}.',
  'region.corrected': 'Corrected to {region}: that is where this environment lives.',
  'help.field': 'Where do I find this?',
  'help.fieldOf': 'Where do I find this? {field}',
  'help.need': 'Need help?',
  'help.open': 'View connection guide',
  'help.close': 'Hide connection guide',
  'help.step': 'Show me where',
  'guide.title': 'Connection guide',
  'guide.loading': 'Loading the guide…',
  'guide.failed': 'The guide could not be loaded. Check your connection and try again.',
  'guide.path': 'Where in the console',
  'guide.console': 'Open this environment in the console',
  'guide.newTab': 'opens in a new tab',
  'progress.title': 'Progress',
  'progress.environment.started': 'Finding the environment',
  'progress.environment.done': 'Environment found',
  'progress.credentials.started': 'Checking the credentials',
  'progress.credentials.done': 'Credentials accepted',
  'progress.access.started': 'Checking the access',
  'progress.access.done': 'Access checked',
  'progress.saved.started': 'Saving the connection',
  'progress.saved.done': 'Saved',
  'progress.waiting': '{step}: waiting for the provider',
  'result.title': 'Connected to {environment}',
  'result.titlePlain': 'Connected',
  'result.summary': 'The connection was checked and works.',
  'result.summaryPlain': 'The connection was made; the answer that describes it was lost on its way.',
  'result.summaryWarning': 'The connection works, but it may not do everything.',
  'result.environmentId': 'Environment ID',
  'result.type': 'Type',
  'result.region': 'Region',
  'result.access': 'What it may do',
  'result.allowed': 'allowed',
  'result.refused': 'not allowed',
  'result.done': 'Done',
  'notice.region_corrected': 'The region was corrected to {value}.',
  'notice.auth_method_basic': 'The application uses Client Secret Basic, which works as well. Nothing needs to be changed.',
  'picker.title': 'Choose what to connect',
  'failure.details': 'Details',
  'failure.code': 'Code',
  'failure.correlationId': 'Correlation ID',
  'failure.requestId': 'Request ID',
  'failure.retry': 'Try again',
  'failure.swap': 'Swap the two values',
  'failure.wait': 'Wait {seconds} seconds before you try again.',
} as const;

/** Failures that the component words itself. Whatever stands here wins over the server's words. */
export const errors: Record<OwnFailureCode, ErrorText> & Readonly<Record<string, ErrorText>> = {
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
  connection_interrupted: {
    message: 'The line was cut before the answer came, and no connection was made.',
    remedy: 'Press Connect again. What you typed is kept.',
  },
  session_token_unavailable: {
    message: 'The app could not renew your permission to connect.',
    remedy: 'Try again. If it stays so, reload the page.',
  },
  no_integration: {
    message: 'There is nothing that you may connect here.',
    remedy: 'Tell the app that you are connecting to: its session allows no integration.',
  },
  integration_not_offered: {
    message: 'You may not connect this integration.',
    remedy: 'Tell the app that you are connecting to: its session does not allow it.',
  },
  unsupported_provider: {
    message: 'This page does not know the form of this integration.',
    remedy: 'Tell the app that you are connecting to: its version of Latchkey is older than its server.',
  },
  connect_session_expired: {
    message: 'Your time to connect has run out.',
    remedy: 'Reload the page to start again.',
  },
  unknown_connect_session_token: {
    message: 'This page has no valid permission to connect.',
    remedy: 'Reload the page to start again.',
  },
  too_many_request: {
    message: 'There were too many attempts in a short time.',
    remedy: 'Wait a moment, then try again. What you typed is kept.',
  },
  store_unavailable: {
    message: 'The connection could not be saved.',
    remedy: 'Press Connect again in a moment. What you typed is kept.',
  },
};
