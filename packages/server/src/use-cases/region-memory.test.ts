import { describe, expect, it } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import { createRegionMemory } from './region-memory.ts';

const answer = { step: 'discovery' } as const;

describe('The memory of regions', () => {
  it('keeps a yes for minutes, a no for seconds, and nothing that was unclear', () => {
    const clock = createTestClock();
    const memory = createRegionMemory(clock);
    memory.remember('yes', { verdict: 'known', answer });
    memory.remember('no', { verdict: 'unknown', answer });
    memory.remember('?', { verdict: 'unclear', answer });
    expect(memory.find('?')).toBeUndefined();
    clock.advance(9999);
    expect([memory.find('yes')?.verdict, memory.find('no')?.verdict]).toEqual(['known', 'unknown']);
    clock.advance(1);
    expect([memory.find('yes')?.verdict, memory.find('no')]).toEqual(['known', undefined]);
    clock.advance(5 * 60_000 - 10_000);
    expect(memory.find('yes')).toBeUndefined();
  });

  it('forgets the oldest when it is full', () => {
    const memory = createRegionMemory(createTestClock());
    for (let index = 0; index <= 1000; index += 1) memory.remember(`url ${index}`, { verdict: 'known', answer });
    expect(memory.find('url 0')).toBeUndefined();
    expect(memory.find('url 1')).toBeDefined();
    expect(memory.find('url 1000')).toBeDefined();
  });
});
