import { expect, test } from 'vitest';
import { deriveId, deriveSecret, rotateSecret } from './derive-identity.ts';

test('an ID has the shape of a version 4 UUID, and a name always gives the same one', () => {
  expect(deriveId('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(deriveId('a')).toBe(deriveId('a'));
  expect(deriveId('a')).not.toBe(deriveId('b'));
});

test('a secret has 64 characters, four of which encodings treat in different ways', () => {
  expect(deriveSecret('a')).toMatch(/^[\w~.-]{64}$/);
  for (const character of '~.-_') expect(deriveSecret('a')).toContain(character);
  expect(deriveSecret('a')).not.toBe(deriveSecret('b'));
});

test('a rotated secret is as long as the old one and not the same', () => {
  expect(rotateSecret(deriveSecret('a'))).toHaveLength(64);
  expect(rotateSecret(deriveSecret('a'))).not.toBe(deriveSecret('a'));
});
