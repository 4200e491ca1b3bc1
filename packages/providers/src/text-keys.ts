import type { SharedFailureCode } from './pingone/shared-failures.ts';
import type { pingOneClientCredentialsForm } from './pingone/pingone-cc-form.ts';
import type { pingOneForm } from './pingone/pingone-form.ts';
import type { RegionCode } from './pingone/regions.ts';
import type { accessChecks } from './pingone/roles.ts';
import type { userAccessChecks } from './pingone/scopes.ts';
import type { SignOnFailureCode } from './pingone/sign-on-failures.ts';
import type { WebAppGuide } from './pingone/web-app-guide.ts';
import type { WorkerFailureCode } from './pingone/worker-failures.ts';
import type { WorkerGuide } from './pingone/worker-guide.ts';
import type { Field, GuidePart, ProviderForm } from './provider.ts';

/** Keys of all that a provider says to people, by the provider's id. A type alone: it holds a language to saying all of it. */
export interface ProviderTextKeys {
  readonly 'pingone-cc': FormKeys<typeof pingOneClientCredentialsForm> &
    GuideKeys<WorkerGuide> & {
      readonly region: RegionCode;
      readonly failure: WorkerFailureCode;
      readonly sharedFailure: SharedFailureCode;
      readonly access: (typeof accessChecks)[number]['name'];
    };
  readonly pingone: FormKeys<typeof pingOneForm> &
    GuideKeys<WebAppGuide> & {
      readonly region: RegionCode;
      readonly failure: SignOnFailureCode;
      readonly sharedFailure: SharedFailureCode;
      readonly access: (typeof userAccessChecks)[number]['name'];
    };
}

interface FormKeys<Form extends ProviderForm> {
  /** The fields themselves, because which of their words are examples depends on their kind. */
  readonly field: AnyField<Form>;
  /** Codes of what is wrong with a value. */
  readonly problem: ProblemCode<AnyField<Form>> | Form['distinct'][number]['problem'];
}

interface GuideKeys<Guide extends readonly GuidePart[]> {
  readonly guidePart: Guide[number]['id'];
  /** The steps themselves, because the words of a step are as many as its instructions. */
  readonly guideStep: Guide[number]['steps'][number];
}

type AnyField<Form extends ProviderForm> = Form['fields'][number] | Form['clientFields'][number];

type ProblemCode<Of extends Field> = Of extends Field ? Extract<Of['problems'][keyof Of['problems']], string> : never;
