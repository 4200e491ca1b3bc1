import { createContext, useContext, useMemo } from 'react';
import { english, formatMessage, type LocaleText, type MessageKey, type MessageValues } from './locale.ts';

/** The language of everything below. */
export const LocaleContext = createContext<LocaleText>(english);

/** Fills in one of the component's own texts. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageValues<Key>) => string;

/** The language, and its texts. */
export function useMessages(): { readonly locale: LocaleText; readonly t: Translate } {
  const locale = useContext(LocaleContext);
  return useMemo(() => ({ locale, t: (key, ...values) => formatMessage(locale, key, ...values) }), [locale]);
}
