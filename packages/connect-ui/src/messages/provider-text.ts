import type { Field, GuidePart, GuideStep, ProviderForm, Region } from '@latchkey/providers';
import type { ErrorText, LocaleText } from './locale.ts';

/** Labels of a provider's form, its regions and access checks, in the person's language. */
export function localizeForm(locale: LocaleText, form: ProviderForm): ProviderForm {
  const own = locale.providers[form.provider];
  if (!own) return form;
  const fields = form.fields.map((field): Field => ({ ...field, ...own.fields?.[field.name] }));
  const regions = form.regions.map((region): Region => ({
    ...region,
    name: own.regions?.[region.code] ?? region.name,
    // The console says it in English, whatever language the form speaks.
    aliases: [region.name, ...(region.aliases ?? [])],
  }));
  const accessLabels = Object.fromEntries(
    Object.entries(form.accessLabels).map(([name, label]) => [name, own.access?.[name]?.label ?? label]),
  );
  return { ...form, displayName: own.displayName ?? form.displayName, fields, regions, accessLabels };
}

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

/** What to do about something that a connection may not do. */
export function accessRemedy(locale: LocaleText, provider: string, name: string, fallback: string | undefined): string | undefined {
  return locale.providers[provider]?.access?.[name]?.remedy ?? fallback;
}

/** The words for a code: the language's own, else those that came with it. */
export function errorText(locale: LocaleText, code: string, fallback: Partial<ErrorText>): ErrorText {
  const own = Object.hasOwn(locale.errors, code) ? locale.errors[code] : undefined;
  return {
    message: own?.message ?? fallback.message ?? locale.errors.server_answer_invalid.message,
    remedy: own?.remedy ?? fallback.remedy ?? locale.errors.server_answer_invalid.remedy,
  };
}
