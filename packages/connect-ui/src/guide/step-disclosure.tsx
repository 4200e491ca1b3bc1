import type { ProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import { GuideLoading } from './guide-loading.tsx';
import { useGuideContent } from './use-guide-content.ts';

interface StepDisclosureProps {
  readonly step: string;
  readonly form: ProviderForm;
  /** Where the environment stands in the provider's console. */
  readonly consoleUrl: string | undefined;
}

/** One step of the guide, beside the field that it is about. */
export function StepDisclosure({ step, form, consoleUrl }: StepDisclosureProps): ReactElement {
  const { data, isError, refetch } = useGuideContent();
  if (!data) return <GuideLoading onRetry={isError ? () => void refetch() : undefined} />;
  return <data.GuideStepById id={step} form={form} consoleUrl={consoleUrl} />;
}
