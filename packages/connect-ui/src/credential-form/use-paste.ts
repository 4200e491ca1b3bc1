import type { ProviderForm } from '@latchkey/providers';
import { useCallback, useState, type ClipboardEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ConnectEvent } from '../connect/connect-event.ts';
import type { FormValues } from './resolve-input.ts';

/** What a paste told: the fields that it filled, or that it was a custom domain. */
export type PasteNews =
  | { readonly kind: 'filled'; readonly at: string; readonly fields: readonly string[] }
  | { readonly kind: 'custom_domain'; readonly at: string; readonly domain: string };

/** Fills every field that a pasted text holds a value for. A text that holds none is pasted as it is. */
export function usePaste(
  form: ProviderForm,
  control: UseFormReturn<FormValues>,
  onFilled: (field: string) => void,
  onEvent: (event: ConnectEvent) => void,
): { readonly news: PasteNews | undefined; readonly onPaste: (field: string, event: ClipboardEvent) => void; readonly forget: () => void } {
  const [news, setNews] = useState<PasteNews>();

  const onPaste = useCallback(
    (at: string, event: ClipboardEvent): void => {
      const pasted = form.parsePasted(event.clipboardData.getData('text'));
      const recognised = form.fields.flatMap(({ name }) => (pasted[name] === undefined ? [] : [{ name, value: pasted[name] }]));
      if (recognised.length === 0) {
        setNews(pasted.customDomain === undefined ? undefined : { kind: 'custom_domain', at, domain: pasted.customDomain });
        return;
      }
      event.preventDefault();
      for (const { name, value } of recognised) {
        control.setValue(name, value, { shouldDirty: true, shouldValidate: control.getFieldState(name).invalid });
        onFilled(name);
      }
      const fields = recognised.map(({ name }) => name);
      setNews({ kind: 'filled', at, fields });
      onEvent({ type: 'values_recognised', fields });
    },
    [form, control, onFilled, onEvent],
  );

  const forget = useCallback((): void => setNews(undefined), []);
  return { news, onPaste, forget };
}
