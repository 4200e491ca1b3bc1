import type { ErrorCode } from '@latchkey/protocol';
import type { ProviderTextKeys } from '@latchkey/providers';
import type { OwnFailureCode } from '../api/failure.ts';
import type { ErrorText, LocaleText, MessageKey } from './locale.ts';

/** Codes that nobody at the form meets: the server answers them to the host's backend alone, or the hosted page says them in words of its own. */
type BackendCode =
  | 'unknown_account'
  | 'forbidden'
  | 'sign_in_refused'
  | 'sign_in_not_permitted'
  | 'sign_in_interrupted'
  | 'sign_in_provider_failed'
  | 'console_session_ended'
  | 'csrf_token_invalid'
  | 'integration_is_fixed'
  | 'integration_has_connections'
  | 'key_is_fixed'
  | 'unknown_provider_config'
  | 'invalid_credentials'
  | 'organization_mismatch'
  | 'unknown_webhook'
  | 'unknown_delivery'
  | 'webhook_disabled'
  | 'unknown_link'
  | 'link_expired'
  | 'link_used'
  | 'link_revoked'
  | 'hosted_page_missing'
  | 'refresh_timeout'
  | 'refresh_interrupted'
  | 'invalid_headers'
  | 'invalid_proxy_path'
  | 'base_url_not_allowed'
  | 'proxy_headers_too_large'
  | 'proxy_answer_invalid'
  | 'proxy_body_timeout'
  | 'proxy_body_taken'
  | 'proxy_busy'
  | 'proxy_rate_limited'
  | 'proxy_unreachable'
  | 'proxy_timeout';

/** Codes of Latchkey's server that a person at the form can meet. */
export type ServerCode = Exclude<ErrorCode, BackendCode>;

/** A provider's id. */
export type ProviderId = keyof ProviderTextKeys;

/** Codes that all providers say in the same words: of what is wrong with values, and of failures. */
type SharedCode = ProviderTextKeys[ProviderId]['problem'] | ProviderTextKeys[ProviderId]['sharedFailure'];

/** What a provider says, whole, except for names and examples, which are the same in every language. */
export interface ProviderTranslation<Id extends ProviderId> {
  readonly fields: { readonly [Field in ProviderTextKeys[Id]['field'] as Field['name']]: FieldText<Field> };
  readonly regions: Readonly<Record<ProviderTextKeys[Id]['region'], string>>;
  readonly access: Readonly<Record<ProviderTextKeys[Id]['access'], { readonly label: string; readonly remedy: string }>>;
  readonly pathWords: Readonly<Record<string, string>>;
  readonly guideParts: Readonly<Record<ProviderTextKeys[Id]['guidePart'], string>>;
  readonly guideSteps: { readonly [Step in ProviderTextKeys[Id]['guideStep'] as Step['id']]: StepText<Step> };
  readonly errors: ProviderErrors<Id>;
}

/** Words for the failures that a provider says in words of its own. */
export type ProviderErrors<Id extends ProviderId> = Readonly<Record<ProviderTextKeys[Id]['failure'], ErrorText>>;

/** Words for what goes wrong with values, or with connecting, whatever the provider. */
export type SharedErrors = Readonly<Record<SharedCode, ErrorText>>;

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
  readonly errors: Readonly<Record<OwnFailureCode | ServerCode | SharedCode, ErrorText>> & Readonly<Record<string, ErrorText>>;
  readonly providers: { readonly [Id in ProviderId]: ProviderTranslation<Id> };
}
