import { expect, it } from 'vitest';
import { createAttemptMemory } from './attempt-memory.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';

it('remembers an attempt until it is forgotten', () => {
  const { storage } = createFakeBrowser();
  const memory = createAttemptMemory(storage, '/latchkey', 'pingone');
  expect(memory.recall()).toBeUndefined();
  memory.remember('aut_1');
  expect(createAttemptMemory(storage, '/latchkey', 'pingone').recall()).toBe('aut_1');
  memory.forget();
  expect(memory.recall()).toBeUndefined();
});

it('keeps integrations and servers apart', () => {
  const { storage } = createFakeBrowser();
  createAttemptMemory(storage, '/latchkey', 'pingone').remember('aut_1');
  expect(createAttemptMemory(storage, '/latchkey', 'pingone-two').recall()).toBeUndefined();
  expect(createAttemptMemory(storage, '/other', 'pingone').recall()).toBeUndefined();
});
