import { createContext, useContext, useMemo } from 'react';
import { english, translateInto, type LocaleText, type Translate } from './locale.ts';

/** The language of everything below. */
export const LocaleContext = createContext<LocaleText>(english);

/** The language, and its texts. */
export function useMessages(): { readonly locale: LocaleText; readonly t: Translate } {
  const locale = useContext(LocaleContext);
  return useMemo(() => ({ locale, t: translateInto(locale) }), [locale]);
}
