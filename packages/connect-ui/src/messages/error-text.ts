import type { ErrorText, LocaleText } from './locale.ts';

/** The words for a code: the provider's in the language, the language's own, else those that came with it. */
export function errorText(locale: LocaleText, code: string, fallback: Partial<ErrorText>, provider = ''): ErrorText {
  const own = [locale.providers[provider]?.errors ?? {}, locale.errors].find((errors) => Object.hasOwn(errors, code))?.[code];
  return {
    message: own?.message ?? fallback.message ?? locale.errors.server_unreachable.message,
    remedy: own?.remedy ?? fallback.remedy ?? locale.errors.server_unreachable.remedy,
  };
}
