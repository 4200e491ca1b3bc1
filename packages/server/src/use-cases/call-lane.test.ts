import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createCallLane, laneLimits } from './call-lane.ts';

it('A call that goes while others are told that they have waited long enough takes nobody else out of the queue', async () => {
  let nowMs = 0;
  const timers: { readonly atMs: number; readonly callBack: () => void }[] = [];
  const lane = createCallLane(
    {
      clock: { now: () => new Date(nowMs), sleep: () => Promise.resolve() },
      timer: (ms, callBack) => {
        timers.push({ atMs: nowMs + ms, callBack });
        return () => undefined;
      },
      random: () => 0,
    },
    20,
    () => undefined,
  );
  const never = new AbortController().signal;
  const settled = new Set<string>();
  const enter = (name: string): void =>
    void lane.enter(never, false).then(
      () => settled.add(name),
      () => settled.add(name),
    );

  const met = await lane.enter(never, false);
  met.answered(429, laneLimits.maxWaitMs / 1000);
  met.leave();
  enter('first');
  enter('second');
  enter('third');
  nowMs = 5000;
  enter('late');

  // The timers of the pause and of the longest wait fire at the same moment, the former a little before the clock gets there.
  const [pause, watch] = timers.splice(0);
  nowMs = laneLimits.maxWaitMs - 1;
  pause?.callBack();
  nowMs += 1;
  watch?.callBack();
  for (let next = timers.shift(); next !== undefined; next = timers.shift()) {
    nowMs = Math.max(nowMs, next.atMs);
    next.callBack();
    await setImmediate();
  }
  expect(settled).toEqual(new Set(['first', 'second', 'third', 'late']));
});
