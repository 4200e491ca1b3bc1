import { REDACTED } from '@latchkey/protocol';
import { isPlainSegment, isPlainText } from './redact-text.ts';

/** Parameters whose values page or shape an answer. A filter is not among them: it names people. */
const KEPT_PARAMETERS: ReadonlySet<string> = new Set(['limit', 'offset', 'page', 'per_page', 'size', 'expand', 'include', 'order', 'sort']);

const MAX_URL_LENGTH = 1000;

/** A URL with nothing but a host and a path of what may be kept: most calls have one, and it needs no parser. */
const PLAIN_URL = /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w.~+-]*)+$/;
const MAX_NAME_LENGTH = 64;
const MAX_VALUE_LENGTH = 64;

/**
 * Makes of a URL what may be kept: scheme, host and path, the names of its parameters, and the values of few.
 *
 * Security: userinfo and fragment are dropped, and so is a piece of the path that could be a key, as the URLs of webhooks have one.
 */
export function redactUrl(url: string): string {
  if (url.length <= MAX_URL_LENGTH && PLAIN_URL.test(url) && isPlainText(url)) return url;
  const parsed = URL.parse(url);
  if (parsed === null) return REDACTED;
  const path = parsed.pathname.split('/').map((segment) => (isPlainSegment(segment) ? segment : REDACTED));
  const query = [...parsed.searchParams].map(([name, value]) => `${redactName(name)}=${redactParameter(name, value)}`);
  const redacted = `${parsed.protocol}//${parsed.host}${path.join('/')}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  return redacted.length <= MAX_URL_LENGTH ? redacted : `${redacted.slice(0, MAX_URL_LENGTH)}…`;
}

function redactName(name: string): string {
  return name.length <= MAX_NAME_LENGTH && isPlainText(name) ? encodeURIComponent(name) : REDACTED;
}

function redactParameter(name: string, value: string): string {
  const keeps = KEPT_PARAMETERS.has(name.toLowerCase()) && value.length <= MAX_VALUE_LENGTH && isPlainText(value);
  return keeps ? encodeURIComponent(value) : REDACTED;
}
