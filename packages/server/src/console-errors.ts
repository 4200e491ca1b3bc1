/** The rows of the catalogue that are about the console. */
export const consoleErrors = {
  sign_in_refused: {
    status: 401,
    message: 'The password is not the right one.',
    remedy: 'Type it again; a new one is made with hashPassword() and given to the option "console".',
    retryable: false,
  },
  sign_in_not_permitted: {
    status: 403,
    message: 'You signed in, but you are in no group that may use this console.',
    remedy: 'Ask whoever runs it to add you to a group of the option "console", or sign in as somebody else.',
    retryable: false,
  },
  sign_in_interrupted: {
    status: 400,
    message: 'This sign-in took longer than ten minutes, was finished before, or was begun in another browser.',
    remedy: 'Go back to the console and sign in again.',
    retryable: false,
  },
  sign_in_provider_failed: {
    status: 502,
    message: 'The OpenID Connect provider did not answer as it should.',
    remedy: 'Try again; if it stays so, check the issuer, the client and the redirect URI of the option "console".',
    retryable: true,
  },
  console_session_ended: {
    status: 401,
    message: 'You are signed in no longer.',
    remedy: 'Sign in to the console again.',
    retryable: false,
  },
  csrf_token_invalid: {
    status: 403,
    message: 'The request does not come from the console itself.',
    remedy: 'Send the "csrf_token" of GET /console/api/session as the header "X-Latchkey-CSRF"; reload the page if it was open for long.',
    retryable: false,
  },
} as const;
