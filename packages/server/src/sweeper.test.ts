import { beforeEach, expect, test } from 'vitest';
import { startSweeper, type Sweeper } from './sweeper.ts';

let pauses: { readonly ms: number; readonly end: () => void }[];
let rounds: { readonly after: number | undefined; readonly signal: AbortSignal; readonly finish: (next: number | undefined) => void }[];
let cancelled: number;
let errors: unknown[];
beforeEach(() => {
  [pauses, rounds, cancelled, errors] = [[], [], 0, []];
});

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function start(overrides: Partial<Parameters<typeof startSweeper<number>>[0]> = {}): Sweeper {
  return startSweeper<number>({
    sweep: (after, signal) => new Promise((finish) => rounds.push({ after, signal, finish })),
    onError: (error) => errors.push(error),
    timer: (ms, callBack) => {
      pauses.push({ ms, end: callBack });
      return () => (cancelled += 1);
    },
    random: () => 0.5,
    ...overrides,
  });
}

test('Rounds follow one another with pauses, the next one where the last one ended, sooner when something is left.', async () => {
  start();
  for (const [next, pauseMs] of [
    [7, 60_000],
    [9, 5000],
    [undefined, 5000],
    [undefined, 60_000],
  ] as const) {
    const { ms, end } = pauses.pop()!;
    expect([ms, pauses, rounds]).toEqual([pauseMs, [], []]);
    end();
    const { after, finish } = rounds.pop()!;
    expect(after).toBe({ 60_000: undefined, 5000: next === 9 ? 7 : 9 }[pauseMs]);
    finish(next);
    await rest();
  }
});

test('Pauses vary by chance.', () => {
  start({ random: () => 0 });
  start({ random: () => 1 });
  expect(pauses.map(({ ms }) => ms)).toEqual([45_000, 75_000]);
});

test('A round that fails is told, and the next one begins anew.', async () => {
  const failure = new Error('no');
  start({ sweep: () => Promise.reject(failure) });
  pauses.pop()!.end();
  await rest();
  expect([errors, pauses.map(({ ms }) => ms)]).toEqual([[failure], [60_000]]);
});

test('Stopped, it starts no round any more and tells the one that runs.', async () => {
  const sweeper = start();
  pauses.pop()!.end();
  sweeper.stop();
  expect(rounds[0]!.signal.aborted).toBe(true);
  rounds[0]!.finish(7);
  await rest();
  expect([pauses, cancelled]).toEqual([[], 1]);
});
