import { describe, expect, it } from 'vitest';
import { buildProxyTarget } from './proxy-url.ts';

const base = 'https://api.pingone.com.au';

describe('the URL of a proxied request', () => {
  it('keeps path and query as they were sent', () => {
    const target = '/v1/environments/{id}?limit=10&filter=name%20sw%20"A"&from=\'..\'&to=%00//x';
    expect(buildProxyTarget(base, target)).toEqual({ origin: base, path: target });
  });

  it('stays below a base that has a path', () => {
    expect(buildProxyTarget('http://127.0.0.1:4600/api/eu', '/v1/environments')).toEqual({
      origin: 'http://127.0.0.1:4600',
      path: '/api/eu/v1/environments',
    });
  });

  it.each(['/v1/.well-known/x', '/v1/a..b', '/v1/...', '/v1/100%25', '/v1/a;b=c/d', '/v1/id:latest', '/', '/?a=b'])(
    'passes %s',
    (target) => {
      expect(buildProxyTarget(base, target).path).toBe(target);
    },
  );

  it.each([
    ['another host', '//evil.example/v1'],
    ['a backslash', '/v1\\..\\x'],
    ['a dot segment', '/v1/../../etc'],
    ['a dot segment at the end', '/v1/..'],
    ['an encoded dot segment', '/v1/%2e%2E/x'],
    ['a half-encoded dot segment', '/v1/.%2e/x'],
    ['a dot segment encoded twice', '/v1/%252e%252e/x'],
    ['a segment encoded again and again', '/v1/%25252525252e/x'],
    ['a dot segment with a parameter', '/v1/..;/x'],
    ['a dot segment with an encoded parameter', '/v1/..%3Ba=b/x'],
    ['a single dot', '/v1/./x'],
    ['an encoded slash', '/v1/a%2fb'],
    ['an encoded backslash', '/v1/a%5cb'],
    ['an encoded NUL', '/v1/a%00b'],
    ['an encoded line break', '/v1/a%0d%0ab'],
    ['broken percent-encoding', '/v1/%zz'],
    ['a space', '/v1/a b'],
    ['a fragment', '/v1/a#b'],
    ['no slash in front', 'v1/environments'],
    ['userinfo without a slash', '@evil.example/'],
    ['nothing', ''],
    ['text that is not ASCII', '/v1/ü'],
  ])('refuses %s', (_name, target) => {
    expect(() => buildProxyTarget(base, target)).toThrow(expect.objectContaining({ code: 'invalid_proxy_path' }));
  });
});
