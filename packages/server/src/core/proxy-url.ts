import { connectError } from '../errors.ts';

/** Where a proxied request goes: as it stands in the request line and the `Host` header. */
export interface ProxyTarget {
  readonly origin: string;
  /** Path and query, byte for byte as the caller sent them, below the path of the base. */
  readonly path: string;
}

/** A path and query as they stand in a request line: visible ASCII, no backslash, no fragment. */
const REQUEST_TARGET = /^\/(?!\/)[!-"$-[\]-~]*$/;

/** What makes a path worth a closer look: percent-encoding, or a segment that begins with a dot. */
const SUSPICIOUS = /%|\/\./;

/** How often a segment may be encoded before nobody means it well. */
const MAX_ENCODINGS = 4;

/**
 * Builds the target of a proxied request.
 *
 * @param base A base URL of the provider's API, without a slash at its end.
 * @param target The path and query as the caller sent them, still percent-encoded, beginning with `/`.
 * @throws {ConnectError} `invalid_proxy_path` when the target could lead anywhere but below the base.
 * @see [RFC 3986 §5.2.4](https://www.rfc-editor.org/rfc/rfc3986.html#section-5.2.4) on dot segments, which are refused in every spelling.
 */
export function buildProxyTarget(base: string, target: string): ProxyTarget {
  const end = target.indexOf('?');
  const path = end === -1 ? target : target.slice(0, end);
  if (!REQUEST_TARGET.test(target) || (SUSPICIOUS.test(path) && path.split('/').some(isRefused))) throw connectError('invalid_proxy_path');
  const slash = base.indexOf('/', 'https://'.length);
  return slash === -1 ? { origin: base, path: target } : { origin: base.slice(0, slash), path: base.slice(slash) + target };
}

/** Whether a segment is a dot segment, or hides a slash or a control character, however often it is encoded. */
function isRefused(segment: string): boolean {
  const text = decodeFully(segment);
  if (text === undefined) return true;
  // Security: some servers cut a segment at its first semicolon before they resolve dots.
  const name = text.split(';', 1)[0];
  return name === '.' || name === '..' || /[/\\\p{Cc}]/u.test(text);
}

/** Decodes a segment until it no longer changes, so that a dot encoded twice is seen. `undefined` when it is not valid. */
function decodeFully(segment: string): string | undefined {
  let text = segment;
  for (let round = 0; round < MAX_ENCODINGS; round += 1) {
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
  return undefined;
}
