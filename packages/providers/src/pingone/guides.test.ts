import { describe, expect, it } from 'vitest';
import { findProvider } from '../registry.ts';
import type { GuidePart, GuideStep } from '../provider.ts';
import { pingOneClientCredentialsForm } from './pingone-cc-form.ts';
import { pingOneForm } from './pingone-form.ts';
import { regions } from './regions.ts';
import { webAppGuide } from './web-app-guide.ts';
import { workerGuide } from './worker-guide.ts';

const guides: readonly { readonly id: string; readonly guide: readonly GuidePart[] }[] = [
  { id: 'pingone-cc', guide: workerGuide },
  { id: 'pingone', guide: webAppGuide },
];

describe.each(guides)('the guide of $id', ({ id, guide }) => {
  const steps: readonly GuideStep[] = guide.flatMap((part) => part.steps);

  it('has ids and pictures of their own for every step', () => {
    expect(new Set([...guide, ...steps].map((one) => one.id)).size).toBe(guide.length + steps.length);
    expect(new Set(steps.map(({ picture }) => picture)).size).toBe(steps.length);
  });

  it('finds each field’s value in exactly one step', () => {
    const form = findProvider(id)?.form;
    const fields = [...(form?.fields ?? []), ...(form?.clientFields ?? [])];
    for (const { name } of fields) expect(steps.filter(({ field }) => field === name)).toHaveLength(1);
    expect(steps.filter(({ field }) => field !== undefined)).toHaveLength(fields.length);
  });

  it('has every step from which something is copied', () => {
    expect(steps.map((step) => step.id)).toEqual(expect.arrayContaining(Object.keys(findProvider(id)?.form.copies ?? {})));
  });

  it.each(steps)('marks the provider’s own words in “$title” with whole pairs of stars', ({ instructions }) => {
    expect(instructions.length).toBeGreaterThan(0);
    for (const line of instructions) {
      expect(line).toMatch(/\.$/);
      expect(line.split('**')).toHaveLength(1 + 2 * (line.match(/\*\*[^*]+\*\*/g)?.length ?? 0));
    }
  });

  it('shows every ending that the console’s address may have', () => {
    const text = steps.find((step) => step.id === 'region')?.instructions.join(' ');
    for (const { topLevelDomain } of regions) expect(text).toContain(`**.${topLevelDomain}**`);
  });
});

describe('the guide to an OIDC Web App', () => {
  it('gives the redirect URI and the scopes to copy, once each', () => {
    expect(Object.values(pingOneForm.copies)).toEqual(['redirect_uri', 'scopes']);
  });

  it('has the settings without which a connection does not work, or does not last', () => {
    const text = webAppGuide.flatMap(({ steps }) => steps.flatMap(({ instructions }) => instructions)).join(' ');
    for (const setting of ['OIDC Web App', 'Refresh Token', 'Redirect URIs', 'Client Secret Post', 'Resources', 'toggle']) {
      expect(text).toContain(setting);
    }
  });
});

it('there is nothing to copy in the guide to a worker application, where nobody is sent back', () => {
  expect(pingOneClientCredentialsForm.copies).toEqual({});
});
