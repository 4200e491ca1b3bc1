import type { ProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../credential-form/resolve-input.ts';
import { GuideLoading } from './guide-loading.tsx';
import { useGuideContent } from './use-guide-content.ts';

interface StepDisclosureProps {
  readonly step: string;
  readonly form: ProviderForm;
  readonly control: UseFormReturn<FormValues>;
}

/** One step of the guide, beside the field that it is about. */
export function StepDisclosure({ step, form, control }: StepDisclosureProps): ReactElement {
  const { data, isError, refetch } = useGuideContent();
  if (!data) return <GuideLoading onRetry={isError ? () => void refetch() : undefined} />;
  return <data.GuideStepById id={step} form={form} control={control} />;
}
