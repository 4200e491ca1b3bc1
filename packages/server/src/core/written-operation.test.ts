import { expect, test } from 'vitest';
import { makeBareOperation, makeOperation } from '../testing/make-operation.ts';
import { readMessages, readWrittenOperation, writeMessages, writeOperation } from './written-operation.ts';

test.each([makeOperation(), makeBareOperation()])('What was written is read as it was (%#).', (operation) => {
  const written = writeOperation(operation);
  const { operationId, type, status } = operation;
  expect(written).toMatchObject({ operationId, type, status });
  expect(readWrittenOperation(written)).toEqual(operation);
  expect(readMessages(writeMessages(operation.messages))).toEqual(operation.messages);
});

test('Messages whose moment was stored as text are read as well.', () => {
  const { messages } = makeOperation();
  expect(readMessages(JSON.stringify(messages))).toEqual(messages);
});
