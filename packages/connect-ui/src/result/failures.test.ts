import { findProvider } from '@latchkey/providers';
import { expect, it } from 'vitest';
import * as stories from './failures.stories.tsx';

it('has a story for every failure of the catalogue, and for nothing else', () => {
  const shown = Object.values(stories).flatMap((story) => ('parameters' in story ? [String(story.parameters?.['failure'])] : []));
  expect(shown.toSorted()).toEqual((findProvider('pingone-cc')?.failures ?? []).map(({ code }) => code).toSorted());
});
