import type { ReactElement } from 'react';
import { CredentialForm } from '../credential-form/credential-form.tsx';
import { useLater } from '../primitives/later.ts';
import { ConnectionResult } from '../result/connection-result.tsx';
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
  const { part: views } = useLater(laterViews, state.name !== 'editing');

  if (state.name === 'unavailable') return <Unavailable explanation={state.explanation} onRetry={connect.retry} />;
  if (state.name === 'choosing' && views) {
    return <views.IntegrationPicker integrations={state.integrations} onChoose={connect.choose} />;
  }
  if (!form || state.name === 'loading' || state.name === 'choosing') return <FormSkeleton />;
  if (state.name === 'connected') {
    const { connection, notices } = state;
    return (
      <ConnectionResult connection={connection} notices={notices} form={form} reconnected={connect.known !== undefined} onDone={onClose} />
    );
  }
  return <CredentialForm key={state.integrationId} connect={connect} state={state} form={form} onGuideOpened={onGuideOpened} />;
}
