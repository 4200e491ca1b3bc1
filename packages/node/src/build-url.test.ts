import { describe, expect, it } from 'vitest';
import { buildUrl, encodeSegment } from './build-url.ts';

const base = 'https://app.example/latchkey/proxy';

describe('buildUrl', () => {
  it.each([
    ['/v1/environments', {}, '/v1/environments'],
    ['/v1/users', { limit: 10, filter: 'name sw "A"', all: true }, '/v1/users?limit=10&filter=name%20sw%20%22A%22&all=true'],
    ['/v1/users?limit=10', { cursor: 'a+b=' }, '/v1/users?limit=10&cursor=a%2Bb%3D'],
    ['/v1/users', { include: ['a', 'b'], empty: undefined }, '/v1/users?include=a&include=b'],
    ['/v1/a%2Fb/%C3%A9', {}, '/v1/a%2Fb/%C3%A9'],
  ])('of %s and %j is %s', (path, query, url) => {
    expect(buildUrl(base, path, query)).toBe(base + url);
  });

  it.each([
    '/../connections',
    '/v1/../../connections',
    '/%2e%2e/connections',
    '/..',
    '\\evil.example',
    '/a\\..\\..\\connections',
    'v1/environments',
    '@evil.example/',
    '.evil.example/',
    '',
    '/a#b',
    '/a b',
    '/\t/../../x',
  ])('refuses %j, which would lead elsewhere', (path) => {
    expect(() => buildUrl(base, path)).toThrow(expect.objectContaining({ code: 'invalid_argument' }));
  });
});

describe('encodeSegment', () => {
  it('keeps an id in one segment', () => {
    expect(encodeSegment('a/b?c#d e')).toBe('a%2Fb%3Fc%23d%20e');
  });

  it.each(['', '.', '..'])('refuses %j, which is no segment', (id) => {
    expect(() => encodeSegment(id)).toThrow(expect.objectContaining({ code: 'invalid_argument' }));
  });
});
