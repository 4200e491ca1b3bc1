import { describe, expect, it } from 'vitest';
import type { GuidePart, GuideStep } from '../provider.ts';
import { pingOneClientCredentialsForm as form } from './pingone-cc-form.ts';
import { regions } from './regions.ts';
import { workerGuide } from './worker-guide.ts';

const guide: readonly GuidePart[] = workerGuide;
const steps: readonly GuideStep[] = guide.flatMap((part) => part.steps);

describe('the guide to a worker application', () => {
  it('has ids and pictures of their own for every step', () => {
    expect(new Set([...guide, ...steps].map(({ id }) => id)).size).toBe(guide.length + steps.length);
    expect(new Set(steps.map(({ picture }) => picture)).size).toBe(steps.length);
  });

  it('finds each field’s value in exactly one step', () => {
    for (const { name } of form.fields) expect(steps.filter(({ field }) => field === name)).toHaveLength(1);
    expect(steps.filter(({ field }) => field !== undefined)).toHaveLength(form.fields.length);
  });

  it.each(steps)('marks the provider’s own words in “$title” with whole pairs of stars', ({ instructions }) => {
    expect(instructions.length).toBeGreaterThan(0);
    for (const line of instructions) {
      expect(line).toMatch(/\.$/);
      expect(line.split('**')).toHaveLength(1 + 2 * (line.match(/\*\*[^*]+\*\*/g)?.length ?? 0));
    }
  });

  it('shows every ending that the console’s address may have', () => {
    const text = steps.find(({ id }) => id === 'region')?.instructions.join(' ');
    for (const { topLevelDomain } of regions) expect(text).toContain(`**.${topLevelDomain}**`);
  });
});
