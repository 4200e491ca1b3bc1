import type { ProviderForm } from '@latchkey/providers';
import { useId, type ReactElement } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../credential-form/resolve-input.ts';
import { useMessages } from '../messages/use-messages.ts';
import { part } from '../primitives/part.ts';
import { GuideLoading } from './guide-loading.tsx';
import { useGuideContent } from './use-guide-content.ts';

interface GuidePanelProps {
  readonly form: ProviderForm;
  readonly control: UseFormReturn<FormValues>;
  /** The step to begin with; `undefined` while the guide is closed. */
  readonly open: { readonly step?: string | undefined } | undefined;
  readonly onOpen: (step: undefined) => void;
  readonly onClose: () => void;
}

/** The way to the whole guide, and the guide in its place. */
export function GuidePanel({ form, control, open, onOpen, onClose }: GuidePanelProps): ReactElement {
  const { t } = useMessages();
  const panelId = useId();
  return (
    <>
      <p {...part('assist')}>
        {t('help.need')}{' '}
        <button
          {...part('help')}
          type="button"
          aria-expanded={open !== undefined}
          aria-controls={panelId}
          onClick={() => (open ? onClose() : onOpen(undefined))}
        >
          {t(open ? 'help.close' : 'help.open')}
        </button>
      </p>
      <div id={panelId}>{open && <WholeGuide form={form} control={control} step={open.step} key={open.step} />}</div>
    </>
  );
}

function WholeGuide(props: Pick<GuidePanelProps, 'form' | 'control'> & { readonly step: string | undefined }): ReactElement {
  const { data, isError, refetch } = useGuideContent();
  if (!data) return <GuideLoading onRetry={isError ? () => void refetch() : undefined} />;
  return <data.Guide {...props} />;
}
