import { expect, test } from 'vitest';
import { rotateSecrets } from './rotate-secrets.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const inHours = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

test('The former secret is good until then, and one before that no longer than it was.', () => {
  const secrets = [
    { secret: 'b', until: undefined },
    { secret: 'a', until: inHours(2) },
  ];
  expect(rotateSecrets(secrets, 'c', inHours(24), now)).toEqual([
    { secret: 'c', until: undefined },
    { secret: 'b', until: inHours(24) },
    { secret: 'a', until: inHours(2) },
  ]);
});

test('Without an overlap every former secret is bad at once.', () => {
  const secrets = [
    { secret: 'b', until: undefined },
    { secret: 'a', until: inHours(2) },
  ];
  expect(rotateSecrets(secrets, 'c', now, now)).toEqual([{ secret: 'c', until: undefined }]);
});

test('What is no longer good is dropped, and of many only the newest stay.', () => {
  const secrets = [
    { secret: 'e', until: undefined },
    { secret: 'd', until: inHours(3) },
    { secret: 'c', until: inHours(2) },
    { secret: 'b', until: now },
  ];
  expect(rotateSecrets(secrets, 'f', inHours(24), now).map(({ secret }) => secret)).toEqual(['f', 'e', 'd']);
});
