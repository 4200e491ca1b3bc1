import type { ProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import { useLater } from '../primitives/later.ts';
import { GuideLoading } from './guide-loading.tsx';
import { guideContent } from './load-guide.ts';

interface StepDisclosureProps {
  readonly step: string;
  readonly form: ProviderForm;
  /** Where the environment stands in the provider's console. */
  readonly consoleUrl: string | undefined;
}

/** One step of the guide, beside the field that it is about. */
export function StepDisclosure({ step, form, consoleUrl }: StepDisclosureProps): ReactElement {
  const { part: content, retry } = useLater(guideContent, true);
  return content ? <content.GuideStepById id={step} form={form} consoleUrl={consoleUrl} /> : <GuideLoading onRetry={retry} />;
}
