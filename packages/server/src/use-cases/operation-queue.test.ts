import { expect, test } from 'vitest';
import { makeBareOperation, makeOperation } from '../testing/make-operation.ts';
import { createOperationQueue } from './operation-queue.ts';

const ordinary = (operationId: string) => makeBareOperation({ operationId, type: 'proxy', status: 'success', endedAt: new Date() });
const idsOf = (operations: readonly { readonly operationId: string }[]): string[] => operations.map(({ operationId }) => operationId);

test('What came first is taken first, as much as is asked for.', () => {
  const queue = createOperationQueue();
  for (const id of ['a', 'b', 'c']) queue.push(makeOperation({ operationId: id }));
  expect([idsOf(queue.take(2)), queue.size(), idsOf(queue.take(2)), queue.take(2), queue.takeDropped()]).toEqual([
    ['a', 'b'],
    1,
    ['c'],
    [],
    0,
  ]);
});

test('Full, it gives up calls that went well before anything else, the oldest first, and counts what it gave up.', () => {
  const queue = createOperationQueue(4);
  for (const id of ['refresh-1', 'refresh-2']) queue.push(makeBareOperation({ operationId: id }));
  for (const id of ['call-1', 'call-2', 'call-3']) queue.push(ordinary(id));
  queue.push(makeBareOperation({ operationId: 'refresh-3' }));
  expect(queue.takeDropped()).toBe(2);
  for (const id of ['refresh-4', 'refresh-5']) queue.push(makeBareOperation({ operationId: id }));
  expect([queue.takeDropped(), queue.takeDropped()]).toEqual([2, 0]);
  queue.push(ordinary('call-4'));
  expect(queue.takeDropped()).toBe(1);
  expect(idsOf(queue.take(9))).toEqual(['refresh-2', 'refresh-3', 'refresh-4', 'refresh-5']);
});

test('Messages count too, so that few operations with many are bounded as well.', () => {
  const [message] = makeOperation().messages;
  const queue = createOperationQueue(100);
  for (let index = 0; index < 1000; index += 1) queue.push(makeOperation({ messages: Array.from({ length: 9 }, () => message!) }));
  expect([queue.size(), queue.takeDropped()]).toEqual([10, 990]);
});
