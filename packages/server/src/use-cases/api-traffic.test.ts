import { beforeEach, describe, expect, it } from 'vitest';
import type { Timer } from '../clock.ts';
import { createVirtualClock, type VirtualClock } from '../testing/virtual-clock.ts';
import { createApiTraffic, type ApiTraffic } from './api-traffic.ts';
import { laneLimits, type Place } from './call-lane.ts';

const key = { integrationId: 'pingone-cc', connectionId: 'c-1' };
const never = new AbortController().signal;

let clock: VirtualClock;
let traffic: ApiTraffic;

beforeEach(() => {
  clock = createVirtualClock();
  const timer: Timer = (ms, callBack) => {
    let cancelled = false;
    void clock.sleep(ms).then(() => (cancelled ? undefined : callBack()));
    return () => void (cancelled = true);
  };
  traffic = createApiTraffic({ clock, timer, random: () => 0 });
});

/** Asks for places, and notes in which order and when they are given. */
function enterMany(count: number, maxConcurrent: number) {
  const given: { readonly index: number; readonly atMs: number; readonly place: Place }[] = [];
  const refused: unknown[] = [];
  const startedAt = clock.now().getTime();
  for (let index = 0; index < count; index += 1) {
    traffic.enter(key, maxConcurrent, never).then(
      (place) => given.push({ index, atMs: clock.now().getTime() - startedAt, place }),
      (error: unknown) => refused.push(error),
    );
  }
  return { given, refused };
}

describe('The calls of one connection', () => {
  it('go out a few at a time, and the others in the order in which they came', async () => {
    const { given } = enterMany(6, 2);
    await clock.advance(1);
    expect(given.map(({ index }) => index)).toEqual([0, 1]);
    given[1]?.place.leave();
    given[0]?.place.leave();
    await clock.advance(1);
    expect(given.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  it('do not wait for those of another connection', async () => {
    enterMany(3, 1);
    await expect(traffic.enter({ ...key, connectionId: 'c-2' }, 1, never)).resolves.toBeDefined();
    await expect(traffic.enter({ ...key, integrationId: 'other' }, 1, never)).resolves.toBeDefined();
  });

  it('are refused when as many wait as may, with a time to come back', async () => {
    const { refused } = enterMany(laneLimits.maxWaiting + 3, 1);
    await clock.advance(1);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ code: 'proxy_busy', status: 503, details: { retryAfterSeconds: 1 } });
  });

  it('are refused when they have waited for half a minute', async () => {
    const { refused } = enterMany(3, 1);
    await clock.advance(29_999);
    expect(refused).toEqual([]);
    await clock.advance(1);
    expect(refused).toMatchObject([{ code: 'proxy_busy' }, { code: 'proxy_busy' }]);
  });

  it('give their turn up at once when the caller goes away', async () => {
    const first = await traffic.enter(key, 1, never);
    const caller = new AbortController();
    const second = traffic.enter(key, 1, caller.signal);
    const third = traffic.enter(key, 1, never);
    caller.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await expect(traffic.enter(key, 1, caller.signal)).rejects.toThrow('gone');
    first.leave();
    (await third).leave();
    expect(traffic.size()).toBe(0);
    await expect(traffic.enter(key, 1, caller.signal)).rejects.toThrow('gone');
    expect(traffic.size()).toBe(0);
  });
});

describe('A 429', () => {
  it('whose caller goes away before its next turn leaves nothing behind, although its place is given up twice', async () => {
    const caller = new AbortController();
    const place = await traffic.enter(key, 1, caller.signal);
    place.answered(429, 10);
    place.leave();
    const again = traffic.enter(key, 1, caller.signal, true);
    caller.abort(new Error('gone'));
    await expect(again).rejects.toThrow('gone');
    place.leave();
    await clock.advance(10_000);
    expect(traffic.size()).toBe(0);
  });

  it('holds all callers back as long as the provider says; then one goes ahead, and the others follow once it is let in', async () => {
    const first = await traffic.enter(key, 5, never);
    first.answered(429, 10);
    first.leave();
    const { given } = enterMany(4, 5);
    await clock.advance(9_999);
    expect(given).toEqual([]);
    await clock.advance(1);
    expect(given.map(({ index, atMs }) => [index, atMs])).toEqual([[0, 10_000]]);
    given[0]?.place.answered(200, undefined);
    await clock.advance(0);
    expect(given.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  it('met again by the one that goes ahead holds the others back again', async () => {
    const first = await traffic.enter(key, 5, never);
    first.answered(429, 5);
    first.leave();
    const { given } = enterMany(2, 5);
    await clock.advance(5_000);
    given[0]?.place.answered(429, 6);
    given[0]?.place.leave();
    await clock.advance(5_999);
    expect(given).toHaveLength(1);
    await clock.advance(1);
    expect(given).toHaveLength(2);
  });

  it('does not stop the others for good when the one that goes ahead never gets an answer', async () => {
    const first = await traffic.enter(key, 5, never);
    first.answered(429, 5);
    first.leave();
    const { given } = enterMany(2, 5);
    await clock.advance(5_000);
    given[0]?.place.leave();
    await clock.advance(0);
    expect(given).toHaveLength(2);
  });

  it('counts on although a call from before it succeeds', async () => {
    const slow = await traffic.enter(key, 5, never);
    const limited = await traffic.enter(key, 5, never);
    limited.answered(429, 5);
    slow.answered(200, undefined);
    const { given } = enterMany(1, 5);
    await clock.advance(4_999);
    expect(given).toEqual([]);
  });

  it('without a time holds them back for a second, and longer the next time', async () => {
    const first = await traffic.enter(key, 5, never);
    first.answered(429, undefined);
    first.leave();
    const { given } = enterMany(2, 5);
    await clock.advance(1_000);
    given[0]?.place.answered(429, undefined);
    given[0]?.place.leave();
    await clock.advance(10_000);
    expect(given.map(({ atMs }) => atMs)).toEqual([1_000, 3_000]);
  });

  it('with a time longer than calls wait refuses them at once; after a minute one asks again', async () => {
    const first = await traffic.enter(key, 5, never);
    first.answered(429, 86_400);
    first.leave();
    await expect(traffic.enter(key, 5, never)).rejects.toMatchObject({ code: 'proxy_rate_limited', details: { retryAfterSeconds: 60 } });
    await clock.advance(29_000);
    await expect(traffic.enter(key, 5, never)).rejects.toMatchObject({ details: { retryAfterSeconds: 31 } });
    await clock.advance(31_000);
    await expect(traffic.enter(key, 5, never)).resolves.toBeDefined();
  });

  it('sends who met it to the front when it tries again, even if as many wait as may', async () => {
    const first = await traffic.enter(key, 1, never);
    const others = enterMany(laneLimits.maxWaiting, 1);
    first.answered(429, 5);
    first.leave();
    let again: Place | undefined;
    void traffic.enter(key, 1, never, true).then((place) => (again = place));
    await clock.advance(5_000);
    expect([again !== undefined, others.given.length]).toEqual([true, 0]);
  });
});

describe('What is kept', () => {
  it('is nothing when nothing is in use, for however many connections there were', async () => {
    const places = await Promise.all(
      Array.from({ length: 10_000 }, (_, index) => traffic.enter({ ...key, connectionId: `c-${index}` }, 5, never)),
    );
    expect(traffic.size()).toBe(10_000);
    for (const [index, place] of places.entries()) {
      place.answered(index % 2 === 0 ? 429 : 200, 3);
      place.leave();
    }
    expect(traffic.size()).toBe(5_000);
    await clock.advance(3_000);
    expect(traffic.size()).toBe(0);
  });
});
