import { expect, test } from 'vitest';
import { makeConnection } from '../testing/make-connection.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { createTokenMemory } from './token-memory.ts';

const clock = createTestClock();
const opened = (seconds = 3600) => ({
  tokens: { accessToken: 'token', expiresAt: new Date(clock.now().getTime() + seconds * 1000), raw: {} },
  clientId: 'client',
});

test('What was remembered is found for the same sealed values, whatever else of the connection changed.', () => {
  const memory = createTokenMemory(clock);
  const connection = makeConnection();
  memory.remember(connection, opened());
  expect(memory.find({ ...connection, tags: { a: 'b' } })).toMatchObject(opened());
  expect(memory.find(makeConnection())).toBeUndefined();
});

test.each(['sealedTokenSet', 'sealedCredential'] as const)('A new %s ends it for good.', (name) => {
  const memory = createTokenMemory(clock);
  const connection = makeConnection();
  memory.remember(connection, opened());
  expect(memory.find({ ...connection, [name]: 'new' })).toBeUndefined();
  expect(memory.find(connection)).toBeUndefined();
});

test('A token is gone from memory when it has expired, asked for or not, and when it is to be forgotten.', () => {
  const memory = createTokenMemory(clock);
  const [short, long] = [makeConnection(), makeConnection()];
  memory.remember(short, opened(1));
  memory.remember(long, opened());
  clock.advance(1000);
  expect([memory.find(short), memory.find(long)]).toEqual([undefined, expect.anything()]);
  memory.remember(short, opened(0));
  expect(memory.find(short)).toBeUndefined();
  memory.forget(long);
  expect(memory.find(long)).toBeUndefined();
});

test('When it is full it forgets what was asked for longest ago.', () => {
  const memory = createTokenMemory(clock, 2);
  const [a, b, c] = [makeConnection(), makeConnection(), makeConnection()];
  memory.remember(a, opened());
  memory.remember(b, opened());
  memory.find(a);
  memory.remember(c, opened());
  expect([a, b, c].map((connection) => memory.find(connection) !== undefined)).toEqual([true, false, true]);
});
