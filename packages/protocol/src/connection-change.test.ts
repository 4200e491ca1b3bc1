import { describe, expect, it } from 'vitest';
import { connectionMetadataBody, updateConnectionBody } from './connection-change.ts';

describe('updateConnectionBody', () => {
  it.each([
    {},
    { tags: {} },
    { status: 'active' },
    { status: 'disabled' },
    { end_user: { id: 'ada' }, organization: { id: 'acme' }, tags: { plan: 'gold' } },
  ])('takes %j', (body) => {
    expect(updateConnectionBody.parse(body)).toEqual(body);
  });

  it.each([null, { tags: null }, { end_user: {} }, { status: 'needs_reconnect' }, { tags: { '1st': 'x' } }])('refuses %j', (body) => {
    expect(updateConnectionBody.safeParse(body).success).toBe(false);
  });
});

describe('connectionMetadataBody', () => {
  const body = { provider_config_key: 'pingone-cc', connection_id: 'c-1', metadata: { deep: { list: [1, null] } } };

  it('takes one connection or a hundred', () => {
    const many = { ...body, connection_id: Array.from({ length: 100 }, (_, index) => `c-${index}`) };
    expect([connectionMetadataBody.parse(body), connectionMetadataBody.parse(many)]).toEqual([body, many]);
    const tooMany = { ...many, connection_id: [...many.connection_id, 'c-100'] };
    expect(connectionMetadataBody.safeParse(tooMany).success).toBe(false);
  });

  it('keeps a name that would reach a prototype from reaching one', () => {
    const parsed = connectionMetadataBody.parse(
      JSON.parse('{"provider_config_key":"p","connection_id":"c","metadata":{"__proto__":{"x":1}}}'),
    );
    expect(Object.getPrototypeOf(parsed.metadata)).toBe(Object.prototype);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});
