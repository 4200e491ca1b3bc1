import type { ProviderForm } from '@latchkey/providers';
import { errors, text } from './en.ts';
import type { laterText } from './en-later.ts';

/** What is wrong, and what to do: one sentence each. */
export interface ErrorText {
  readonly message: string;
  readonly remedy: string;
}

type EnglishText = typeof text & typeof laterText;

/** A key of the component's own text. */
export type MessageKey = keyof EnglishText;

/** The names between braces in a text. */
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** What a text wants filled in: nothing, or a value for each placeholder. */
export type MessageValues<Key extends MessageKey> =
  Placeholders<EnglishText[Key]> extends never ? [] : [values: Readonly<Record<Placeholders<EnglishText[Key]>, string>>];

/** A provider's text in a locale. What is absent is said in the provider's own English. */
export interface ProviderText {
  readonly displayName?: string;
  readonly fields?: Readonly<Record<string, { readonly label: string; readonly description: string; readonly placeholder?: string }>>;
  /** Names of regions, by code. */
  readonly regions?: Readonly<Record<string, string>>;
  /** Labels of what a connection may do, by the name of the access check. */
  readonly access?: Readonly<Record<string, { readonly label: string; readonly remedy: string }>>;
  /** Words on the way through the console that are not the console's own, such as the name of an application. */
  readonly pathWords?: Readonly<Record<string, string>>;
  /** Titles of the guide's parts, by id. */
  readonly guideParts?: Readonly<Record<string, string>>;
  /** Steps of the guide, by id. */
  readonly guideSteps?: Readonly<Record<string, { readonly title: string; readonly instructions: readonly string[] }>>;
  /** Failures that it says in words of its own, by code. They win over {@link LocaleText.errors}. */
  readonly errors?: Readonly<Record<string, ErrorText>>;
}

/** Everything that is said in one language. */
export interface LocaleText {
  /** The language tag, for `lang`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whole, but for English before the rest of it has come. */
  readonly text: Readonly<Partial<Record<MessageKey, string>>>;
  /** By code, whoever says it: the component, the server or a provider. What stands here wins over the server's own words. */
  readonly errors: Readonly<Record<keyof typeof errors, ErrorText>> & Readonly<Record<string, ErrorText>>;
  /** By provider id. */
  readonly providers: Readonly<Record<string, ProviderText>>;
  /** Says a form in the language. Absent in English, which forms speak already. */
  readonly localizeForm?: (locale: LocaleText, form: ProviderForm) => ProviderForm;
}

/** English, but for {@link LocaleText.errors} that a server tells: those come by themselves. The providers' own text is English already. */
export const english: LocaleText = { tag: 'en', direction: 'ltr', text, errors, providers: {} };

/** Fills in a text. What is filled in may run the other way, so a text that runs from right to left isolates it. */
export function formatMessage<Key extends MessageKey>(locale: LocaleText, key: Key, ...[values]: MessageValues<Key>): string {
  const filled: Readonly<Record<string, string>> = values ?? {};
  const isolate = (value: string): string => (locale.direction === 'rtl' ? `\u2068${value}\u2069` : value);
  return (locale.text[key] ?? '').replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    filled[name] === undefined ? placeholder : isolate(filled[name]),
  );
}

/** Fills in one of the component's own texts. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageValues<Key>) => string;

/** Makes what fills in the texts of a language, for parts that are loaded later. @see {@link formatMessage} */
export function translateInto(locale: LocaleText): Translate {
  return (key, ...values) => formatMessage(locale, key, ...values);
}
