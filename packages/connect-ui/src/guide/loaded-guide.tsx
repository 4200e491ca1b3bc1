import type { ReactElement } from 'react';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useLater } from '../primitives/later.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { guideContent } from './load-guide.ts';

interface LoadedGuideProps {
  readonly connect: ConnectControl;
  /** The step that is wanted. */
  readonly step: string | undefined;
  /** Whether the whole guide is shown, or that step alone. */
  readonly whole?: boolean;
}

/** The guide, or one step of it, as soon as it is loaded. */
export function LoadedGuide({ whole = false, ...props }: LoadedGuideProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button, Spinner } = useSlots();
  const { part: content, retry } = useLater(guideContent, true);
  if (content) return whole ? <content.Guide {...props} /> : <content.GuideStepAlone {...props} />;
  return (
    <div {...part('note')} data-tone={retry ? 'warning' : 'info'} aria-live="polite">
      {retry ? null : <Spinner {...part('spinner')} />}
      <p>{t(retry ? 'guide.failed' : 'guide.loading')}</p>
      {retry && (
        <Button {...part('help')} type="button" onClick={retry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}
