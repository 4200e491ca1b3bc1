import { expect, test } from 'vitest';
import { makeBareOperation, makeOperation } from '../testing/make-operation.ts';
import { readWrittenMessages, readWrittenOperation, writeOperation } from './written-operation.ts';

test.each([makeOperation(), makeBareOperation()])('What was written is read as it was (%#).', (operation) => {
  const written = writeOperation(operation);
  const { operationId, type, status } = operation;
  expect(written).toMatchObject({ operationId, type, status });
  expect({ ...readWrittenOperation(written), messages: readWrittenMessages(written.messages) }).toEqual(operation);
});

test('Messages whose moment was stored as text are read as well.', () => {
  const { messages } = makeOperation();
  expect(readWrittenMessages(JSON.stringify(messages))).toEqual(messages);
});
