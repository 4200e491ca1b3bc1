import type { ErrorText, LocaleText } from './locale.ts';

/** The words for a code: the language's own, else those that came with it. */
export function errorText(locale: LocaleText, code: string, fallback: Partial<ErrorText>): ErrorText {
  const own = Object.hasOwn(locale.errors, code) ? locale.errors[code] : undefined;
  return {
    message: own?.message ?? fallback.message ?? locale.errors.server_answer_invalid.message,
    remedy: own?.remedy ?? fallback.remedy ?? locale.errors.server_answer_invalid.remedy,
  };
}
