import { expect, test } from 'vitest';
import { measureWritten, writeOperation } from '../core/written-operation.ts';
import { makeBareOperation, makeOperation } from '../testing/make-operation.ts';
import { createOperationQueue } from './operation-queue.ts';

const ended = new Date();
const call = (operationId: string) => makeBareOperation({ operationId, type: 'proxy', status: 'success', endedAt: ended });
const refresh = (operationId: string) => makeBareOperation({ operationId, type: 'check', status: 'success', endedAt: ended });
const idsOf = (operations: readonly { readonly operationId: string }[]): string[] => operations.map(({ operationId }) => operationId);

/** What each of the operations above takes: they differ in nothing that has a length. */
const SIZE = measureWritten(writeOperation(call('a')));

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
  const queue = createOperationQueue(5.2 * SIZE);
  for (const id of ['a', 'b']) queue.push(refresh(id));
  for (const id of ['c', 'd', 'e', 'f']) queue.push(call(id));
  expect([queue.takeDropped(), queue.size()]).toEqual([2, 4]);
  for (const id of ['g', 'h', 'i']) queue.push(refresh(id));
  expect([queue.takeDropped(), queue.takeDropped()]).toEqual([2, 0]);
  queue.push(call('j'));
  expect(idsOf(queue.take(9))).toEqual(['b', 'g', 'h', 'i']);
});

test('Messages count too, so that few operations with many are bounded as well.', () => {
  const [message] = makeOperation().messages;
  const large = makeOperation({ messages: Array.from({ length: 9 }, () => message!) });
  const queue = createOperationQueue(10.5 * measureWritten(writeOperation(large)));
  for (let index = 0; index < 1000; index += 1) queue.push(large);
  const size = queue.size();
  expect([size >= 9 && size <= 10, queue.takeDropped() + size]).toEqual([true, 1000]);
});
