import { connectError } from '../errors.ts';

/** A path and query as they stand in a request line: visible ASCII, no backslash, no fragment. */
const REQUEST_TARGET = /^\/[!-~]*$/;

/**
 * Builds the URL of a proxied request.
 *
 * @param base The API's base URL of the connection, without a slash at its end.
 * @param target The path and query as the caller sent them, still percent-encoded, beginning with `/`.
 * @throws {ConnectError} `invalid_proxy_path` when the target could lead anywhere but below the base.
 * @see [RFC 3986 §5.2.4](https://www.rfc-editor.org/rfc/rfc3986.html#section-5.2.4) on dot segments, which are refused in every spelling.
 */
export function buildProxyUrl(base: string, target: string): URL {
  const path = target.split('?', 1)[0] ?? '';
  const segments = path.split('/').map(decodeFully);
  const refused =
    !REQUEST_TARGET.test(target) ||
    /[\\#]/.test(target) ||
    path.startsWith('//') ||
    segments.some((segment) => segment === undefined || segment === '.' || segment === '..' || /[/\\\p{Cc}]/u.test(segment));
  if (refused) throw connectError('invalid_proxy_path');
  const url = URL.parse(`${base}${target}`);
  // Security: whatever the checks above overlook, the parsed URL must still lie below the base.
  if (!url || url.origin !== new URL(base).origin || !url.href.startsWith(`${base}/`)) throw connectError('invalid_proxy_path');
  return url;
}

/** Decodes a segment until it no longer changes, so that a dot encoded twice is seen. `undefined` when it is not valid. */
function decodeFully(segment: string): string | undefined {
  let text = segment;
  for (let round = 0; round < 3; round += 1) {
    let decoded: string;
    try {
      decoded = decodeURIComponent(text);
    } catch {
      // A lone % is data once the first round has decoded %25; before that the segment is malformed.
      return round === 0 ? undefined : text;
    }
    if (decoded === text) return text;
    text = decoded;
  }
  return text;
}
