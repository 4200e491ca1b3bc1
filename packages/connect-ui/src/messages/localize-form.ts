import type { Field, ProviderForm, Region } from '@latchkey/providers';
import type { LocaleText } from './locale.ts';

/** Labels of a provider's form, its regions and access checks, in the person's language. */
export function localizeForm(locale: LocaleText, form: ProviderForm): ProviderForm {
  const own = locale.providers[form.provider];
  if (!own) return form;
  const localizeField = (field: Field): Field => ({ ...field, ...own.fields?.[field.name] });
  const regions = form.regions.map((region): Region => ({
    ...region,
    name: own.regions?.[region.code] ?? region.name,
    // The console says it in English, whatever language the form speaks.
    aliases: [region.name, ...(region.aliases ?? [])],
  }));
  const accessLabels = Object.fromEntries(
    Object.entries(form.accessLabels).map(([name, label]) => [name, own.access?.[name]?.label ?? label]),
  );
  return {
    ...form,
    displayName: own.displayName ?? form.displayName,
    fields: form.fields.map(localizeField),
    clientFields: form.clientFields.map(localizeField),
    regions,
    accessLabels,
  };
}
