import type { GuidePart, GuideStep } from '@latchkey/providers';
import type { LocaleText } from './locale.ts';

/** A provider's guide, in the person's language. */
export function localizeGuide(locale: LocaleText, provider: string, guide: readonly GuidePart[]): readonly GuidePart[] {
  const own = locale.providers[provider];
  if (!own) return guide;
  return guide.map((part) => ({
    ...part,
    title: own.guideParts?.[part.id] ?? part.title,
    steps: part.steps.map((step): GuideStep => ({
      ...step,
      consolePath: step.consolePath.map((word) => own.pathWords?.[word] ?? word),
      ...own.guideSteps?.[step.id],
    })),
  }));
}
