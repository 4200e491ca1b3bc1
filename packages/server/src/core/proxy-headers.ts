import { connectError } from '../errors.ts';

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

/** Headers that speak to Latchkey, or of the caller, or of the hop: they never go out. */
const HELD_BACK = new Set([
  ...HOP_BY_HOP,
  'authorization',
  'base-url-override',
  'connection-id',
  'cookie',
  'cookie2',
  // Of the console's pages.
  'x-latchkey-csrf',
  'decompress',
  'expect',
  'forward-headers-on-redirect',
  'forwarded',
  'host',
  'http2-settings',
  'provider-config-key',
  'retries',
  'retry-on',
  'x-real-ip',
]);

/** Headers of an answer that belong to its hop, or speak for the whole origin it comes from, which is the host's and not the provider's. */
const NOT_GIVEN_BACK = new Set([
  ...HOP_BY_HOP,
  'accept-ch',
  'alt-svc',
  'clear-site-data',
  'nel',
  'report-to',
  'secure-session-challenge',
  'secure-session-registration',
  'set-cookie',
  'set-cookie2',
  'set-login',
  'strict-transport-security',
  'use-as-dictionary',
]);

/** The headers of a request that decide, besides its path, what the answer is. The console's pages prove themselves by a cookie. */
const VARY = 'Authorization, Cookie, Connection-Id, Provider-Config-Key';

/** Marks a header that the provider shall get under the rest of the name. */
// Compat: clients of this wire send every custom header so, and a custom Content-Type twice.
const CUSTOM_PREFIX = 'nango-proxy-';
const HELD_BACK_PREFIXES = ['nango-', 'x-forwarded-'];

/** @see [RFC 9110 §5.6.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2), [§5.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-5.5) */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Builds the headers of the request to the provider from those of the caller.
 *
 * End-to-end headers pass unchanged; the caller's key, cookies and hop-by-hop headers do not; the access token is added.
 *
 * @throws {ConnectError} `invalid_headers` when a name or value could not stand in a request.
 */
export function buildRequestHeaders(received: RawHeaders, accessToken: string): string[] {
  const perHop = readConnectionOptions(received);
  const sent: string[] = [];
  const custom: string[] = [];
  for (let index = 0; index < received.length; index += 2) {
    const name = received[index] ?? '';
    const value = received[index + 1] ?? '';
    const verdict = remembered.get(name) ?? judgeName(name);
    if (verdict.way === 'invalid' || !FIELD_VALUE.test(value)) throw connectError('invalid_headers');
    if (verdict.way === 'custom') custom.push(verdict.name, value);
    else if (verdict.way === 'sent' && !perHop?.has(verdict.key)) sent.push(name, value);
  }
  return [...(custom.length === 0 ? sent : withoutThose(sent, custom)), ...custom, 'authorization', `Bearer ${accessToken}`];
}

/**
 * Builds the headers of the answer to the caller from those of the provider's: all but the hop-by-hop ones and those that speak for an origin.
 *
 * Security: the provider tells answers apart by its token alone. Without `Vary` a cache on the way could give one connection's answer to another.
 */
export function buildResponseHeaders(received: RawHeaders): string[] {
  const perHop = readConnectionOptions(received);
  const passed: string[] = [];
  for (let index = 0; index < received.length; index += 2) {
    const name = received[index] ?? '';
    const key = name.toLowerCase();
    if (!NOT_GIVEN_BACK.has(key) && !perHop?.has(key)) passed.push(name, received[index + 1] ?? '');
  }
  passed.push('vary', VARY);
  return passed;
}

/** Leaves out where the provider leads on to. */
export function withoutLocation(headers: RawHeaders): string[] {
  return withoutThose(headers, ['location', '']);
}

/** Finds a header's value; the first one when there are several. */
export function findHeader(headers: RawHeaders, wanted: string): string | undefined {
  for (let index = 0; index < headers.length; index += 2) if (headers[index]?.toLowerCase() === wanted) return headers[index + 1];
  return undefined;
}

/** Counts how long a request line and headers are when they are sent, in bytes. */
export function measureHead(method: string, path: string, headers: RawHeaders): number {
  // Each line ends with two bytes, and ": " stands in each header; the request line ends with " HTTP/1.1".
  return headers.reduce((sum, text) => sum + text.length + 2, method.length + 1 + path.length + 11);
}

/** What becomes of a header of a request, by its name. */
interface NameVerdict {
  readonly way: 'sent' | 'custom' | 'held_back' | 'invalid';
  /** As it is sent. */
  readonly name: string;
  /** In one case. */
  readonly key: string;
}

/** Names come again and again; of those of a usual length, in whatever letters somebody writes them, at most this many are remembered. */
const MAX_REMEMBERED = 500;
const MAX_REMEMBERED_LENGTH = 64;
const remembered = new Map<string, NameVerdict>();

function judgeName(name: string): NameVerdict {
  const key = name.toLowerCase();
  const verdict = { way: findWay(name, key), name: key.startsWith(CUSTOM_PREFIX) ? name.slice(CUSTOM_PREFIX.length) : name, key };
  if (remembered.size < MAX_REMEMBERED && name.length <= MAX_REMEMBERED_LENGTH) remembered.set(name, verdict);
  return verdict;
}

function findWay(name: string, key: string): NameVerdict['way'] {
  if (!TOKEN.test(name)) return 'invalid';
  if (!key.startsWith(CUSTOM_PREFIX)) return isHeldBack(key) ? 'held_back' : 'sent';
  const own = key.slice(CUSTOM_PREFIX.length);
  return own === '' || own === 'content-length' || isHeldBack(own) ? 'held_back' : 'custom';
}

function isHeldBack(key: string): boolean {
  return HELD_BACK.has(key) || HELD_BACK_PREFIXES.some((prefix) => key.startsWith(prefix));
}

/** A custom header takes the place of the one that the client library set. */
function withoutThose(headers: RawHeaders, replaced: RawHeaders): string[] {
  const names = new Set(replaced.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase()));
  return headers.filter((_text, index) => !names.has((headers[index - (index % 2)] ?? '').toLowerCase()));
}

/** Reads which headers the sender calls those of this hop; `undefined` when none besides the usual ones. */
function readConnectionOptions(headers: RawHeaders): Set<string> | undefined {
  let options: Set<string> | undefined;
  for (let index = 0; index < headers.length; index += 2) {
    const value = headers[index + 1] ?? '';
    if (headers[index]?.toLowerCase() !== 'connection' || value === 'keep-alive' || value === 'close') continue;
    options ??= new Set();
    for (const option of value.split(',')) options.add(option.trim().toLowerCase());
  }
  return options;
}
