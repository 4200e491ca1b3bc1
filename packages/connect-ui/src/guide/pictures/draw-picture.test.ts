import { listProviders } from '@latchkey/providers';
import { findGuide } from '@latchkey/providers/guides';
import { expect, it } from 'vitest';
import { drawPicture } from './draw-picture.tsx';

const steps = listProviders()
  .flatMap(({ id }) => findGuide(id) ?? [])
  .flatMap((part) => part.steps)
  .filter((step) => step.consolePath.length > 0);

it.each(steps)('has a drawing for the step "$id", which happens in the console', ({ picture }) => {
  expect(drawPicture(picture)).toBeDefined();
});
