import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProxyUrl } from './proxy-url.ts';

const base = 'https://api.pingone.com.au';

describe('the URL of a proxied request', () => {
  it('keeps path and query as they were sent', () => {
    expect(buildProxyUrl(base, '/v1/environments?limit=10&filter=name%20sw%20%22A%22').href).toBe(
      'https://api.pingone.com.au/v1/environments?limit=10&filter=name%20sw%20%22A%22',
    );
  });

  it('stays below a base that has a path', () => {
    expect(buildProxyUrl('http://127.0.0.1:4600/api/eu', '/v1/environments').href).toBe('http://127.0.0.1:4600/api/eu/v1/environments');
  });

  it.each([
    ['another host', '//evil.example/v1'],
    ['a backslash', '/v1\\..\\x'],
    ['a dot segment', '/v1/../../etc'],
    ['a dot segment at the end', '/v1/..'],
    ['an encoded dot segment', '/v1/%2e%2E/x'],
    ['a half-encoded dot segment', '/v1/.%2e/x'],
    ['a dot segment encoded twice', '/v1/%252e%252e/x'],
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
    expect(() => buildProxyUrl(base, target)).toThrow(expect.objectContaining({ code: 'invalid_proxy_path' }));
  });

  it('never leaves the base, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '.', '%', '2', 'e', 'f', '5', 'c', '0', '@', ':', '\\', '?', '#', 'a', ' ', '\t', 'ü') }),
        (text) => {
          let url: URL;
          try {
            url = buildProxyUrl(`${base}/v1`, `/${text}`);
          } catch {
            return;
          }
          expect(url.href.startsWith(`${base}/v1/`)).toBe(true);
          expect(url.pathname.split('/')).not.toContain('..');
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
