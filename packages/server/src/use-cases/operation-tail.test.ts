import { beforeEach, expect, test } from 'vitest';
import type { OperationFilter, TailedOperation } from '../store/request-log-store.ts';
import { buildOperationSearch } from '../core/operation-search.ts';
import { makeOperation } from '../testing/make-operation.ts';
import { createOperationTail, type OperationTail } from './operation-tail.ts';

let rows: TailedOperation[];
let looks: number;
let timers: (() => void)[];
let errors: unknown[];
let fails: boolean;
let tail: OperationTail;

beforeEach(() => {
  [rows, looks, timers, errors, fails] = [[], 0, [], [], false];
  tail = createOperationTail({
    store: {
      findLastOperationRow: async () => rows.at(-1)?.rowId ?? 0,
      listOperationsAfterRow: async (rowId, limit) => {
        looks += 1;
        if (fails) throw new Error('no');
        return rows.filter((row) => row.rowId > rowId).slice(-limit);
      },
    },
    timer: (_ms, run) => {
      timers.push(run);
      return () => void (timers = timers.filter((other) => other !== run));
    },
    onError: (error) => errors.push(error),
  });
});

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function look(): Promise<void> {
  timers.shift()?.();
  await rest();
}

function store(rowId: number, overrides: Parameters<typeof makeOperation>[0] = {}): void {
  const operation = makeOperation({ operationId: `o-${rowId}`, ...overrides });
  rows = [...rows, { ...operation, rowId, searchText: buildOperationSearch(operation) }].toSorted((one, other) => one.rowId - other.rowId);
}

function watch(filter: OperationFilter = {}) {
  const told: (string | number)[] = [];
  const stop = tail.subscribe({
    filter,
    onOperation: ({ operationId }) => told.push(operationId),
    onSkipped: (count) => told.push(count),
    onEnd: () => told.push('end'),
  });
  return { told, stop };
}

test('Who watches is told of what is stored from then on, once each, also of what was stored out of order.', async () => {
  store(1);
  store(3);
  const { told } = watch();
  await rest();
  store(4);
  store(6);
  await look();
  store(5);
  store(7);
  await look();
  await look();
  expect(told).toEqual(['o-4', 'o-6', 'o-5', 'o-7']);
});

test('Each is told of what meets its conditions.', async () => {
  const filters: readonly OperationFilter[] = [
    { types: ['refresh'] },
    { statuses: ['failed'], integrationId: 'pingone-cc' },
    { connectionId: 'c-2' },
    { endUserId: 'grace' },
    { search: 'C-2' },
    { from: new Date('2030-01-01T00:00:00Z') },
    { to: new Date('2030-01-01T00:00:00Z'), types: ['proxy'] },
  ];
  const watchers = filters.map((filter) => watch(filter).told);
  await rest();
  store(1);
  store(2, { type: 'refresh', status: 'success', connectionId: 'c-2', endUserId: 'grace' });
  await look();
  expect(watchers).toEqual([['o-2'], ['o-1'], ['o-2'], ['o-2'], ['o-2'], [], ['o-1']]);
});

test('Of more than one look takes in, the last ones are told, and how many were not.', async () => {
  const { told } = watch();
  await rest();
  for (let row = 1; row <= 1000; row += 1) store(row);
  await look();
  expect(told.slice(0, 2)).toEqual([700, 'o-701']);
  expect(told).toHaveLength(301);
});

test('A look that fails is told, and the next one finds what it missed.', async () => {
  const { told } = watch();
  await rest();
  fails = true;
  store(1);
  await look();
  fails = false;
  await look();
  expect([told, errors.length]).toEqual([['o-1'], 1]);
});

test('Nothing is asked of the store while nobody watches, and who comes later is not told of what was before.', async () => {
  const first = watch();
  await rest();
  first.stop();
  await look();
  const before = looks;
  store(1);
  await look();
  expect([looks, timers]).toEqual([before, []]);
  const second = watch();
  await rest();
  store(2);
  await look();
  expect([first.told, second.told]).toEqual([[], ['o-2']]);
});

test('At its end it tells all who watch, and looks no more.', async () => {
  const { told } = watch();
  await rest();
  tail.close();
  expect([told, timers]).toEqual([['end'], []]);
});
