import type { ParsePasted, ProviderForm } from '@latchkey/providers';
import { useCallback, useState, type ClipboardEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ConnectEvent } from '../connect/connect-event.ts';
import type { Later } from '../primitives/later.ts';
import { loadInTime } from './load-in-time.ts';
import { valueChecks } from './load-value-checks.ts';
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
  /** Reads a text that came another way. */
  readonly recognise: (field: string, text: string) => Promise<void>;
  readonly forget: () => void;
}

/** A single word, which no provider recognises without a label: it can be pasted before anything is loaded. */
const LONE_WORD = /^\s*[\w-]*\s*$/;

/** Makes the form take anything: a URL, a `.env` block, JSON, or labelled lines, in any of its fields. */
export function useRecognition(
  form: ProviderForm | undefined,
  parser: Later<ParsePasted> | undefined,
  control: UseFormReturn<FormValues>,
  onFilled: (field: string) => void,
  onEvent: (event: ConnectEvent) => void,
): Recognition {
  const [news, setNews] = useState<RecognitionNews>();

  const fill = useCallback(
    (at: string, text: string, parse: ParsePasted | undefined): boolean => {
      const fields = (form && parse && valueChecks.get()?.fillRecognised(form, control, parse, at, text)) ?? [];
      if (fields.length === 0) return false;
      fields.forEach(onFilled);
      setNews({ at, fields });
      onEvent({ type: 'values_recognised', fields });
      return true;
    },
    [form, control, onFilled, onEvent],
  );

  const onPaste = (field: string, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    const parse = valueChecks.get() && parser?.get();
    if (parse) {
      if (fill(field, text, parse)) event.preventDefault();
    } else if (!LONE_WORD.test(text)) {
      // Shown before it is understood, the text would stand there for a moment, with the secret in it.
      event.preventDefault();
      const insert = holdPlace(event.target, text);
      void Promise.all([loadInTime(parser), loadInTime(valueChecks)]).then(([late]) => fill(field, text, late) || insert());
    }
  };

  const forget = useCallback((): void => setNews(undefined), []);
  return {
    news,
    onPaste,
    recognise: async (field, text) => void fill(field, text, await loadInTime(parser)),
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
