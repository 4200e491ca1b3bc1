import { describe, expect, it } from 'vitest';
import { readConnectionsQuery, readQuery } from './read-query.ts';

describe('A query', () => {
  it.each([
    ['/a', {}],
    ['/a?', {}],
    ['/a?b=c%20d&e=', { b: 'c d', e: '' }],
    ['/a?b=1&b=2&b=3', { b: ['1', '2', '3'] }],
    ['/a?tags[x]=1&tags%5By.z%5D=2', { tags: { x: '1', 'y.z': '2' } }],
    ['/a?b=x?y', { b: 'x?y' }],
    ['/a?b[]=1', { 'b[]': '1' }],
  ])('of %s is %j', (target, query) => {
    expect(readQuery(target)).toEqual(query);
  });

  it('reaches no prototype', () => {
    const query = readQuery('/a?__proto__[polluted]=1&constructor[x]=2&__proto__=3');
    expect(Object.getPrototypeOf(query)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('for connections turns text into numbers and lists, and leaves the rest to be refused', () => {
    expect(readConnectionsQuery({ limit: '10', page: '0', integrationId: 'a,b' })).toEqual({
      limit: 10,
      page: 0,
      integrationId: ['a', 'b'],
    });
    expect(readConnectionsQuery({ limit: '1e3', page: '-1' })).toEqual({ limit: '1e3', page: '-1' });
  });
});
