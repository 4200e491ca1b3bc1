/** Header names and values in turn, as Node.js gives and takes them raw. */
export type RawHeaders = readonly string[];

/** Headers that belong to one hop. @see [RFC 9110 §7.6.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-7.6.1) */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers that speak to Latchkey, or of the caller: they never go out. */
const OWN = new Set([
  'authorization',
  'base-url-override',
  'connection-id',
  'cookie',
  'decompress',
  'expect',
  'forward-headers-on-redirect',
  'forwarded',
  'host',
  'provider-config-key',
  'retries',
  'retry-on',
]);

/** Headers of an answer that speak for the whole origin it comes from, which is the host's and not the provider's. */
const FOR_ORIGIN = new Set(['alt-svc', 'clear-site-data', 'set-cookie', 'strict-transport-security']);

/** The headers of a request that decide, besides its path, what the answer is. */
const VARY = 'Authorization, Connection-Id, Provider-Config-Key';

/** Marks a header that the provider shall get under the rest of the name. */
// Compat: clients of this wire send every custom header so, and a custom Content-Type twice.
const CUSTOM_PREFIX = 'nango-proxy-';
const OWN_PREFIXES = ['nango-', 'x-forwarded-'];

/**
 * Builds the headers of the request to the provider from those of the caller.
 *
 * End-to-end headers pass unchanged; the caller's key, cookies and hop-by-hop headers do not; the access token is added.
 */
export function buildRequestHeaders(received: RawHeaders, accessToken: string): string[] {
  const custom = readPairs(received)
    .filter(([name]) => name.toLowerCase().startsWith(CUSTOM_PREFIX))
    .map(([name, value]): [string, string] => [name.slice(CUSTOM_PREFIX.length), value]);
  const replaced = new Set(custom.map(([name]) => name.toLowerCase()));
  const passed = endToEnd(received).filter(([name]) => {
    const key = name.toLowerCase();
    return !OWN.has(key) && !OWN_PREFIXES.some((prefix) => key.startsWith(prefix)) && !replaced.has(key);
  });
  const allowedCustom = custom.filter(([name]) => name !== '' && !isProtected(name.toLowerCase()));
  return [...passed, ...allowedCustom, ['authorization', `Bearer ${accessToken}`]].flat();
}

/**
 * Builds the headers of the answer to the caller from those of the provider's: all but the hop-by-hop ones and those that speak for an origin.
 *
 * Security: the provider tells answers apart by its token alone. Without `Vary` a cache on the way could give one connection's answer to another.
 */
export function buildResponseHeaders(received: RawHeaders): string[] {
  const passed = endToEnd(received).filter(([name]) => !FOR_ORIGIN.has(name.toLowerCase()));
  return [...passed, ['vary', VARY]].flat();
}

/** Finds a header's value; the first one when there are several. */
export function findHeader(headers: RawHeaders, wanted: string): string | undefined {
  return readPairs(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function isProtected(name: string): boolean {
  return HOP_BY_HOP.has(name) || OWN.has(name) || name === 'content-length';
}

function endToEnd(headers: RawHeaders): [string, string][] {
  const pairs = readPairs(headers);
  const named = pairs
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((option) => option.trim().toLowerCase()));
  const perHop = new Set([...HOP_BY_HOP, ...named]);
  return pairs.filter(([name]) => !perHop.has(name.toLowerCase()));
}

function readPairs(headers: RawHeaders): [string, string][] {
  return Array.from({ length: headers.length / 2 }, (_, index) => [headers[2 * index] ?? '', headers[2 * index + 1] ?? '']);
}
