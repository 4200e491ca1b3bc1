import { findProvider } from '@latchkey/providers';
import { expect, it } from 'vitest';
import * as stories from './failures.stories.tsx';
import * as signInStories from './sign-in-failures.stories.tsx';

it.each([
  ['pingone-cc', stories],
  ['pingone', signInStories],
])('has a story for every failure of %s, and for nothing else', (provider, all) => {
  const shown = Object.values(all).flatMap((story) => ('parameters' in story ? [String(story.parameters?.['failure'])] : []));
  expect(shown.toSorted()).toEqual((findProvider(provider)?.failures ?? []).map(({ code }) => code).toSorted());
});
