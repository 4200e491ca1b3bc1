import { describe, expect, it } from 'vitest';
import { makeAuthorization } from '../testing/make-authorization.ts';
import { isExpired, nameBindingCookie } from './authorization.ts';

const { expiresAt, ...begun } = makeAuthorization();
const after = (ms: number): Date => new Date(expiresAt.getTime() + ms);
const attempt = { ...begun, expiresAt };

describe('An attempt to sign in', () => {
  it('expires at its moment, and not before', () => {
    expect(isExpired(attempt, after(-1))).toBe(false);
    expect(isExpired(attempt, after(0))).toBe(true);
  });

  it('that a callback took just before has two minutes to finish', () => {
    const claimed = { ...attempt, claimedAt: after(-1) };
    expect(isExpired(claimed, after(119_998))).toBe(false);
    expect(isExpired(claimed, after(119_999))).toBe(true);
  });

  it('that a callback took early lives no shorter than any other', () => {
    const claimed = { ...attempt, claimedAt: attempt.createdAt };
    expect(isExpired(claimed, after(-1))).toBe(false);
    expect(isExpired(claimed, after(0))).toBe(true);
  });

  it('that has an outcome does not expire', () => {
    const outcome = { connected: { integrationId: 'a', connectionId: 'b' }, notices: [] };
    expect(isExpired({ ...attempt, outcome }, after(1_000_000))).toBe(false);
  });

  it('has a cookie of its own, which no other host can set', () => {
    const names = [attempt, makeAuthorization()].map(({ authorizationId }) => nameBindingCookie(authorizationId));
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => /^__Host-latchkey_[0-9a-f]{8}$/.test(name))).toBe(true);
  });
});
