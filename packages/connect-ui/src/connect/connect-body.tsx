import { useId, type ReactElement } from 'react';
import { unreachable } from '../api/unreachable.ts';
import { CredentialForm } from '../credential-form/credential-form.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useLater } from '../primitives/later.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { explain } from './explanation.ts';
import { FormSkeleton } from './form-skeleton.tsx';
import { laterViews } from './load-views.ts';
import { Unavailable } from './unavailable.tsx';
import type { ConnectControl } from './use-connect.ts';

interface ConnectBodyProps {
  readonly connect: ConnectControl;
  readonly onClose: (() => void) | undefined;
  readonly onGuideOpened: (step: string | undefined) => void;
}

/** Shows the form of the integration, a picker when there are several, why there is neither, or the proof that it works. */
export function ConnectBody({ connect, onClose, onGuideOpened }: ConnectBodyProps): ReactElement {
  const { state, form } = connect;
  const { locale, t } = useMessages();
  const part = usePart();
  const { Header } = useSlots();
  const titleId = useId();
  const { part: views, retry } = useLater(laterViews, state.name !== 'editing');

  if (state.name === 'unavailable') return <Unavailable explanation={state.explanation} onRetry={connect.retry} />;
  if (state.name === 'choosing' && views) {
    return <views.IntegrationPicker integrations={state.integrations} onChoose={connect.choose} />;
  }
  if (state.name === 'connected' && form && views) {
    const { connection, notices } = state;
    const reconnected = connect.known !== undefined;
    return <views.ConnectionResult connection={connection} notices={notices} form={form} reconnected={reconnected} onDone={onClose} />;
  }
  if (state.name === 'choosing' && retry) {
    return <Unavailable explanation={explain(locale, unreachable, [])} onRetry={retry} />;
  }
  if (!form || !('integrationId' in state)) return <FormSkeleton />;
  // What shows the proof is on its way, or could not be loaded.
  if (state.name === 'connected') return <Header {...part('header')} icon="check" title={t('result.titlePlain')} titleId={titleId} />;
  return <CredentialForm key={state.integrationId} connect={connect} state={state} form={form} onGuideOpened={onGuideOpened} />;
}
