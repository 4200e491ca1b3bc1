import { problemTexts } from '@latchkey/providers/problems';
import type { OwnFailureCode } from '../api/failure.ts';
import type { errors as firstErrors } from './en.ts';
import { errors as serverErrors } from './en-errors.ts';
import type { ErrorText, LocaleText } from './locale.ts';

/** What the component says once something was done with the form, in English: it comes after the form. */
export const laterText = {
  'field.hide': 'Hide',
  'paste.filled': 'Filled in from what you pasted: {fields}.',
  'region.asking': 'Looking for the region…',
  'region.found': 'Region found: {region}.',
  'region.corrected': 'Corrected to {region}: that is where this environment lives.',
  'help.close': 'Hide connection guide',
  'reconnect.title': 'Reconnect {provider}',
  'reconnect.intro': 'What is already known is filled in. Enter the rest, and the connection works again.',
  'reconnect.submit': 'Reconnect',
  'reconnect.submitting': 'Reconnecting…',
  'reconnect.known': 'Already known',
  'reconnect.edit': 'Edit',
  'help.step': 'Show me where',
  'result.title': 'Connected to {environment}',
  'result.reconnected': 'Reconnected to {environment}',
  'result.reconnectedPlain': 'Reconnected',
  'result.summary': 'The connection was checked and works.',
  'result.summaryPlain': 'The connection was made; the answer that describes it was lost on its way.',
  'result.summaryWarning': 'The connection works, but it may not do everything.',
  'result.done': 'Done',
  'failure.swap': 'Swap the two values',
  'failure.wait': 'Wait {seconds} seconds before you try again.',
  'guide.title': 'Connection guide',
  'guide.path': 'Where in the console',
  'guide.console': 'Open this environment in the console',
  'guide.newTab': 'opens in a new tab',
  'progress.environment.started': 'Finding the environment',
  'progress.environment.done': 'Environment found',
  'progress.credentials.started': 'Checking the credentials',
  'progress.credentials.done': 'Credentials accepted',
  'progress.access.started': 'Checking the access',
  'progress.access.done': 'Access checked',
  'progress.saved.started': 'Saving the connection',
  'progress.saved.done': 'Saved',
  'progress.waiting': '{step}: waiting for the provider',
  'result.environmentId': 'Environment ID',
  'result.type': 'Type',
  'result.region': 'Region',
  'result.access': 'What it may do',
  'result.allowed': 'allowed',
  'result.refused': 'not allowed',
  'notice.region_corrected': 'The region was corrected to {value}.',
  'notice.auth_method_basic': 'The application uses Client Secret Basic, which works as well. Nothing needs to be changed.',
  'notice.no_refresh_token':
    'No refresh token came with it, so the connection works until its token expires. Have the application issue refresh tokens as the guide shows, and reconnect.',
  'signIn.hint': 'You sign in to {provider} in a window that opens.',
  'signIn.oneMoment': 'One moment…',
  'signIn.checking': 'Checking what you entered…',
  'signIn.open': 'Sign in to {provider} in the window that has opened.',
  'signIn.openHelp': 'This page notices when you are done. If you do not see the window, open it again.',
  'signIn.blocked': 'Your browser did not open the sign-in window.',
  'signIn.blockedHelp': 'Open it with the button below, or continue in this tab: afterwards you come back here.',
  'signIn.closed': 'The sign-in window seems to be closed.',
  'signIn.closedHelp': 'If it is still open, finish there: this page notices. Otherwise try again.',
  'signIn.mismatchHelp': 'If it showed an error about the redirect URI, enter exactly this one in your application:',
  'signIn.openNow': 'Open sign-in',
  'signIn.reopen': 'Open the window again',
  'signIn.inTab': 'Continue in this tab',
  'signIn.cancel': 'Cancel',
  'client.use': 'Use an application of your own',
  'client.title': 'Your application',
  'client.intro': 'Sign-in goes through an application in your environment. Create it as the guide shows, with this redirect URI:',
  'copy.redirect_uri': 'Redirect URI',
  'copy.scopes': 'Scopes',
  'copy.copy': 'Copy',
  'copy.copied': 'Copied.',
  'copy.selected': 'Selected: copy it with Ctrl+C or ⌘C.',
  'picker.title': 'Choose what to connect',
  'picker.another': 'Choose another',
  'failure.details': 'Details',
  'failure.code': 'Code',
  'failure.correlationId': 'Correlation ID',
  'failure.requestId': 'Request ID',
} as const;

const ownErrors: Readonly<Record<Exclude<OwnFailureCode, keyof typeof firstErrors>, ErrorText>> = {
  offline: {
    message: 'You are offline.',
    remedy: 'Try again when you are back online. What you typed is kept.',
  },
  server_answer_invalid: {
    message: 'The server’s answer could not be read.',
    remedy: 'Try again. If it stays so, tell the app that you are connecting to.',
  },
  connection_interrupted: {
    message: 'The line was cut before the answer came, so it is not known whether the connection was made.',
    remedy: 'Try again: it does no harm if the connection is there already. What you typed is kept.',
  },
  session_token_unavailable: {
    message: 'The app could not get permission for you to connect.',
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
};

/** Adds to English what comes after the form: what is said later, and what is wrong, whoever found it. */
export function complete(english: LocaleText): LocaleText {
  const { text, errors } = english;
  return { ...english, text: { ...text, ...laterText }, errors: { ...problemTexts, ...serverErrors, ...ownErrors, ...errors } };
}
