import type { ErrorCode } from '@latchkey/protocol';
import type { ProviderTextKeys } from '@latchkey/providers';
import type { OwnFailureCode } from '../api/failure.ts';
import type { ErrorText, LocaleText, MessageKey } from './locale.ts';

/** Codes that the server answers to the host's backend alone, so that nobody at the form meets them. */
type BackendCode =
  | 'unknown_account'
  | 'forbidden'
  | 'integration_is_fixed'
  | 'integration_has_connections'
  | 'key_is_fixed'
  | 'unknown_provider_config'
  | 'invalid_credentials'
  | 'organization_mismatch'
  | 'refresh_timeout'
  | 'refresh_interrupted'
  | 'invalid_headers'
  | 'invalid_proxy_path'
  | 'proxy_unreachable'
  | 'proxy_timeout';

/** Codes of Latchkey's server that a person at the form can meet. */
export type ServerCode = Exclude<ErrorCode, BackendCode>;

/** A provider's id. */
export type ProviderId = keyof ProviderTextKeys;

/** Codes of what is wrong with the values of a provider's form, and of its failures. */
type ProviderCode<Id extends ProviderId> = ProviderTextKeys[Id]['problem'] | ProviderTextKeys[Id]['failure'];

/** What a provider says, whole, except for names and examples, which are the same in every language. */
export interface ProviderTranslation<Id extends ProviderId> {
  readonly fields: { readonly [Field in ProviderTextKeys[Id]['field'] as Field['name']]: FieldText<Field> };
  readonly regions: Readonly<Record<ProviderTextKeys[Id]['region'], string>>;
  readonly access: Readonly<Record<ProviderTextKeys[Id]['access'], { readonly label: string; readonly remedy: string }>>;
  readonly pathWords: Readonly<Record<string, string>>;
  readonly guideParts: Readonly<Record<ProviderTextKeys[Id]['guidePart'], string>>;
  readonly guideSteps: { readonly [Step in ProviderTextKeys[Id]['guideStep'] as Step['id']]: StepText<Step> };
}

/** Words for whatever goes wrong with a provider's values, or with connecting. */
export type ProviderErrors<Id extends ProviderId> = Readonly<Record<ProviderCode<Id>, ErrorText>>;

// The placeholder of an ID is an example, which reads the same everywhere.
type FieldText<Field extends ProviderTextKeys[ProviderId]['field']> = {
  readonly label: string;
  readonly description: string;
} & (Field extends {
  kind: 'uuid';
}
  ? unknown
  : { readonly placeholder: string });

/** As many instructions as the step has in English. */
interface StepText<Step extends ProviderTextKeys[ProviderId]['guideStep']> {
  readonly title: string;
  readonly instructions: AsManyTexts<Step['instructions']>;
}

type AsManyTexts<Texts extends readonly string[]> = { readonly [Index in keyof Texts]: string };

/** A language into which everything is translated: what is missing does not compile. */
export interface Translation extends LocaleText {
  readonly text: Readonly<Record<MessageKey, string>>;
  readonly errors: Readonly<Record<OwnFailureCode | ServerCode | ProviderCode<ProviderId>, ErrorText>> &
    Readonly<Record<string, ErrorText>>;
  readonly providers: { readonly [Id in ProviderId]: ProviderTranslation<Id> };
}
