/** The rows of the catalogue that are about calls through the proxy. */
export const proxyErrors = {
  invalid_proxy_path: {
    status: 400,
    message: 'The path cannot be passed on.',
    remedy: 'Send a path that begins with "/", without "..", a host or control characters.',
    retryable: false,
  },
  base_url_not_allowed: {
    status: 400,
    message: 'The connection cannot be used with the base URL in "Base-Url-Override".',
    remedy: "Leave the header out, or name another API host of the provider's in the connection's own region, without a path.",
    retryable: false,
  },
  proxy_headers_too_large: {
    status: 431,
    message: "The path and the headers are longer than the provider's API takes.",
    remedy: 'Send fewer or shorter headers, or a shorter query.',
    retryable: false,
  },
  proxy_unreachable: {
    status: 502,
    message: "The provider's API could not be reached.",
    remedy: 'Try again; if it stays so, check that this server may reach it.',
    retryable: true,
  },
  proxy_timeout: { status: 504, message: "The provider's API did not answer in time.", remedy: 'Try again.', retryable: true },
  proxy_answer_invalid: {
    status: 502,
    message: "The provider's API answered with something that is not valid HTTP.",
    remedy: 'Try again; if it stays so, find out what answers in its place.',
    retryable: true,
  },
  proxy_body_timeout: {
    status: 408,
    message: 'The body of the request stopped before its end.',
    remedy: 'Send the whole body without long pauses.',
    retryable: true,
  },
  proxy_body_taken: {
    status: 500,
    message: 'The body of the request was read before Latchkey could pass it on.',
    remedy: "Mount Latchkey's router before body parsers such as express.json().",
    retryable: false,
  },
  proxy_busy: {
    status: 503,
    message: 'Too many calls of this connection are waiting for their turn.',
    remedy: 'Wait as long as the "Retry-After" header says, and make fewer calls at a time.',
    retryable: true,
  },
  proxy_rate_limited: {
    status: 429,
    message: 'The provider has asked to be called less, and for longer than a call is held back.',
    remedy: 'Wait as long as the "Retry-After" header says.',
    retryable: true,
  },
} as const;
