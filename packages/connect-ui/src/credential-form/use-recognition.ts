import type { ProviderForm } from '@latchkey/providers';
import { useCallback, useState, type ClipboardEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ConnectEvent } from '../connect/connect-event.ts';
import type { FormValues } from './resolve-input.ts';

/** Which fields were filled out of a text that was put into one of them. */
export interface RecognitionNews {
  readonly at: string;
  readonly fields: readonly string[];
}

/** Fills every field that a text holds a value for. */
export interface Recognition {
  readonly news: RecognitionNews | undefined;
  /** Reads a pasted text. One that holds nothing is pasted as it is. */
  readonly onPaste: (field: string, event: ClipboardEvent) => void;
  /** Reads a text that came another way. @returns Whether it held anything. */
  readonly recognise: (field: string, text: string) => boolean;
}

/** Makes the form take anything: a URL, a `.env` block, JSON, or labelled lines, in any of its fields. */
export function useRecognition(
  form: ProviderForm,
  control: UseFormReturn<FormValues>,
  onFilled: (field: string) => void,
  onEvent: (event: ConnectEvent) => void,
): Recognition {
  const [news, setNews] = useState<RecognitionNews>();

  const recognise = useCallback(
    (at: string, text: string): boolean => {
      const pasted = form.parsePasted(text);
      const found = form.fields.flatMap(({ name }) => (pasted[name] === undefined ? [] : [{ name, value: pasted[name] }]));
      if (found.length === 0) return false;
      // What is left of a text that belonged into other fields belongs nowhere.
      if (pasted[at] === undefined && control.getValues(at) === text) control.setValue(at, '');
      for (const { name, value } of found) {
        control.setValue(name, value, { shouldDirty: true, shouldValidate: control.getFieldState(name).invalid });
        onFilled(name);
      }
      const fields = found.map(({ name }) => name);
      setNews({ at, fields });
      onEvent({ type: 'values_recognised', fields });
      return true;
    },
    [form, control, onFilled, onEvent],
  );

  const onPaste = useCallback(
    (field: string, event: ClipboardEvent): void => {
      if (recognise(field, event.clipboardData.getData('text'))) event.preventDefault();
    },
    [recognise],
  );
  return { news, onPaste, recognise };
}
