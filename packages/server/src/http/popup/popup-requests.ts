import type { IncomingHttpHeaders } from 'node:http';

/** Where requests come from that count as the host's own. */
export interface OwnOrigins {
  readonly publicOrigin: string;
  readonly allowedOrigins: readonly string[];
}

/**
 * Tells whether the person is asked before a sign-in begins: unless a page of the host's own led here, they may have been sent a link by somebody who
 * wants their own account connected.
 */
export function asksFirst({ 'sec-fetch-site': site, referer }: IncomingHttpHeaders, { publicOrigin, allowedOrigins }: OwnOrigins): boolean {
  if (site === 'same-origin') return false;
  const from = URL.parse(referer ?? '')?.origin;
  return from === undefined || ![publicOrigin, ...allowedOrigins].includes(from);
}

/** Tells whether a request comes from a page of Latchkey's own. Old browsers send one header, new ones both. */
export function isFromOwnPage({ 'sec-fetch-site': site, origin }: IncomingHttpHeaders, { publicOrigin }: OwnOrigins): boolean {
  return site === 'same-origin' || origin === publicOrigin;
}

/** Finds a cookie. @see [RFC 6265 §4.2.1](https://www.rfc-editor.org/rfc/rfc6265.html#section-4.2.1) */
export function findCookie({ cookie = '' }: IncomingHttpHeaders, name: string): string | undefined {
  const pair = cookie.split(';').find((one) => one.slice(0, one.indexOf('=')).trim() === name);
  return pair?.slice(pair.indexOf('=') + 1).trim();
}
