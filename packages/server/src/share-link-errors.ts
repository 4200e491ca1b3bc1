/** The rows of the catalogue that are about share links. */
export const shareLinkErrors = {
  unknown_link: {
    status: 404,
    message: 'There is no such link: it is not complete, or it was removed long after its end.',
    remedy: 'Copy the whole link, or ask whoever sent it for a new one.',
    retryable: false,
  },
  link_expired: {
    status: 410,
    message: 'The link has expired.',
    remedy: 'Ask whoever sent it for a new one.',
    retryable: false,
  },
  link_used: {
    status: 410,
    message: 'The link was used: something was connected with it.',
    remedy: 'To connect something else, ask whoever sent it for a new one.',
    retryable: false,
  },
  link_revoked: {
    status: 410,
    message: 'The link was revoked by those who made it.',
    remedy: 'Ask whoever sent it for a new one.',
    retryable: false,
  },
  hosted_page_missing: {
    status: 409,
    message: 'A share link would lead nowhere, because no hosted page is served.',
    remedy: 'Serve the hosted page at "/link" below "publicUrl", and set the option "hostedPage".',
    retryable: false,
  },
} as const;
