import { describe, expect, it } from 'vitest';
import { buildRequestHeaders, buildResponseHeaders, findHeader } from './proxy-headers.ts';

describe('the headers of a proxied request', () => {
  it("passes end-to-end headers unchanged and replaces the caller's key by the access token", () => {
    const headers = buildRequestHeaders(
      [
        'Authorization',
        'Bearer latchkey_sk_x',
        'Content-Type',
        'application/vnd.pingidentity.user.unlock+json',
        'If-Match',
        '"1"',
        'X-Request-Id',
        'r',
      ],
      'token',
    );
    expect(headers).toEqual([
      'Content-Type',
      'application/vnd.pingidentity.user.unlock+json',
      'If-Match',
      '"1"',
      'X-Request-Id',
      'r',
      'authorization',
      'Bearer token',
    ]);
  });

  it('holds back what speaks to Latchkey, cookies, and headers of one hop, also those that Connection names', () => {
    const headers = buildRequestHeaders(
      [
        'Host',
        'h',
        'Cookie',
        'c',
        'Connection-Id',
        'c',
        'Provider-Config-Key',
        'k',
        'Base-Url-Override',
        '',
        'Retries',
        '3',
        'Nango-Activity-Log-Id',
        '',
        'Connection',
        'keep-alive, X-Private',
        'X-Private',
        'p',
        'Transfer-Encoding',
        'chunked',
        'X-Forwarded-For',
        '1.2.3.4',
        'Accept',
        '*/*',
      ],
      'token',
    );
    expect(headers).toEqual(['Accept', '*/*', 'authorization', 'Bearer token']);
  });

  it('lets a custom header replace the one that the client library set', () => {
    const headers = buildRequestHeaders(
      ['Content-Type', 'application/json', 'Nango-Proxy-Content-Type', 'application/hal+json', 'nango-proxy-x-trace', 't'],
      'token',
    );
    expect(headers).toEqual(['Content-Type', 'application/hal+json', 'x-trace', 't', 'authorization', 'Bearer token']);
  });

  it.each(['authorization', 'host', 'cookie', 'transfer-encoding', 'content-length', ''])('lets no custom header set "%s"', (name) => {
    expect(buildRequestHeaders([`Nango-Proxy-${name}`, 'x'], 'token')).toEqual(['authorization', 'Bearer token']);
  });
});

describe('the headers of the answer', () => {
  const vary = ['vary', 'Authorization, Cookie, Connection-Id, Provider-Config-Key'];

  it('come back unchanged but for those of one hop', () => {
    const received = [
      'Content-Type',
      'application/hal+json',
      'Link',
      'a',
      'Link',
      'b',
      'Connection',
      'close',
      'Transfer-Encoding',
      'chunked',
    ];
    expect(buildResponseHeaders(received)).toEqual(['Content-Type', 'application/hal+json', 'Link', 'a', 'Link', 'b', ...vary]);
  });

  it.each([
    'Set-Cookie',
    'Strict-Transport-Security',
    'Clear-Site-Data',
    'Alt-Svc',
    'Accept-CH',
    'NEL',
    'Report-To',
    'Set-Login',
    'Use-As-Dictionary',
    'Secure-Session-Registration',
  ])('hold no %s, which would speak for the host', (name) => {
    expect(buildResponseHeaders([name, 'x', 'Correlation-Id', 'c'])).toEqual(['Correlation-Id', 'c', ...vary]);
  });

  it('tell caches that another connection gets another answer, besides what the provider tells them', () => {
    expect(buildResponseHeaders(['Cache-Control', 'max-age=60', 'Vary', 'Accept'])).toEqual([
      'Cache-Control',
      'max-age=60',
      'Vary',
      'Accept',
      ...vary,
    ]);
  });

  it('are found by name in any case', () => {
    expect(findHeader(['Retry-After', '3'], 'retry-after')).toBe('3');
    expect(findHeader([], 'retry-after')).toBeUndefined();
  });
});
