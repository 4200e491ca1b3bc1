import type { ReactElement } from 'react';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useLater } from '../primitives/later.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { GuideRequest } from './guide-content.tsx';
import { guideContent } from './load-guide.ts';

interface LoadedGuideProps {
  readonly connect: ConnectControl;
  /** The step that is wanted, alone. */
  readonly step?: string;
  /** What is wanted of the whole guide, in the place of one step. */
  readonly request?: GuideRequest;
}

/** The guide, or one step of it, as soon as it is loaded. */
export function LoadedGuide({ connect, step, request }: LoadedGuideProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button, Spinner } = useSlots();
  const { part: content, retry } = useLater(guideContent, true);
  if (content) {
    return request ? <content.Guide connect={connect} request={request} /> : <content.GuideStepAlone connect={connect} step={step} />;
  }
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
