import type { ParsePasted, ProviderForm } from '@latchkey/providers';
import { useCallback, useRef, useState, type ClipboardEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ConnectEvent } from '../connect/connect-event.ts';
import { loadRecognition } from './load-recognition.ts';
import type { FormValues } from './resolve-input.ts';

/** Which fields were filled out of a text that was put into one of them. */
export interface RecognitionNews {
  readonly at: string;
  readonly fields: readonly string[];
}

/** Fills every field that a text holds a value for. */
export interface Recognition {
  readonly news: RecognitionNews | undefined;
  /** Makes ready, because somebody is about to type. */
  readonly prepare: () => void;
  /** Reads a pasted text. One that holds nothing is pasted as it is. */
  readonly onPaste: (field: string, event: ClipboardEvent) => void;
  /** Reads a text that came another way. Resolves to whether it held anything. */
  readonly recognise: (field: string, text: string) => Promise<boolean>;
  readonly forget: () => void;
}

/** A single word, which no provider recognises without a label: it can be pasted before anything is loaded. */
const LONE_WORD = /^\s*[\w-]*\s*$/;

/** Makes the form take anything: a URL, a `.env` block, JSON, or labelled lines, in any of its fields. */
export function useRecognition(
  form: ProviderForm | undefined,
  control: UseFormReturn<FormValues>,
  onFilled: (field: string) => void,
  onEvent: (event: ConnectEvent) => void,
): Recognition {
  const [news, setNews] = useState<RecognitionNews>();
  const loaded = useRef<{ readonly provider: string; readonly parse: ParsePasted }>(undefined);
  const provider = form?.provider;

  const load = useCallback(async (): Promise<ParsePasted | undefined> => {
    const parse = form && (await loadRecognition(form));
    if (parse) loaded.current = { provider: form.provider, parse };
    return parse;
  }, [form]);

  const fill = useCallback(
    (at: string, text: string, parse: ParsePasted | undefined): boolean => {
      const pasted = parse?.(text) ?? {};
      const found = (form?.fields ?? []).flatMap(({ name }) => (pasted[name] === undefined ? [] : [{ name, value: pasted[name] }]));
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

  const onPaste = (field: string, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (loaded.current?.provider === provider && loaded.current) {
      if (fill(field, text, loaded.current.parse)) event.preventDefault();
    } else if (!LONE_WORD.test(text)) {
      // Shown before it is understood, the text would stand there for a moment, with the secret in it.
      event.preventDefault();
      const insert = holdPlace(event.target, text);
      void load().then((parse) => fill(field, text, parse) || insert());
    }
  };

  const forget = useCallback((): void => setNews(undefined), []);
  return {
    news,
    prepare: () => void load(),
    onPaste,
    recognise: async (field, text) => fill(field, text, await load()),
    forget,
  };
}

/** Remembers where a text was to be pasted. @returns What pastes it there. */
function holdPlace(target: EventTarget, text: string): () => void {
  if (!(target instanceof HTMLInputElement)) return () => undefined;
  const { selectionStart, selectionEnd } = target;
  return () => {
    target.setRangeText(text.replace(/\s+/g, ' '), selectionStart ?? 0, selectionEnd ?? 0, 'end');
    target.dispatchEvent(new Event('input', { bubbles: true }));
  };
}
