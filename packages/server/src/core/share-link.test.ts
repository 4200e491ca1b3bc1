import { expect, test } from 'vitest';
import { makeShareLink } from '../testing/make-share-link.ts';
import { readShareLinkState } from './share-link.ts';

const end = new Date('2026-11-27T08:00:00.000Z');
const before = new Date(end.getTime() - 1);
const link = makeShareLink({ expiresAt: end });

test('A link is open up to its end, and expired from then on.', () => {
  expect(readShareLinkState(link, before)).toBe('open');
  expect(readShareLinkState(link, end)).toBe('expired');
});

test('Opening a link leaves it open.', () => {
  expect(readShareLinkState({ ...link, openedAt: before }, before)).toBe('open');
});

test('That a link was used or revoked stays to be seen after its time.', () => {
  expect(readShareLinkState({ ...link, usedAt: before }, end)).toBe('used');
  expect(readShareLinkState({ ...link, revokedAt: before }, end)).toBe('revoked');
});
