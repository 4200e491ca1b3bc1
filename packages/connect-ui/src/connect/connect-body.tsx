import { useState, type ReactElement } from 'react';
import { unreachable } from '../api/unreachable.ts';
import { CredentialForm } from '../credential-form/credential-form.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useLater } from '../primitives/later.ts';
import { takeFocus } from '../primitives/take-focus.ts';
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
  const { state, form, known, chooseAnother } = connect;
  const { locale, t } = useMessages();
  const { part: views, retry } = useLater(laterViews, state.name !== 'editing' || known !== undefined || chooseAnother !== undefined);
  const [acted, setActed] = useState(false);
  const focusRef = acted ? takeFocus : undefined;
  /** What takes the place of a button that was pressed takes the focus too. */
  const act =
    <Given extends unknown[]>(go: (...given: Given) => void) =>
    (...given: Given): void => {
      setActed(true);
      go(...given);
    };

  const draw = (): ReactElement => {
    if (state.name === 'unavailable') return <Unavailable {...state} alertRef={focusRef} onRetry={act(connect.retry)} />;
    if (state.name === 'choosing') {
      if (views) return <views.IntegrationPicker {...state} titleRef={focusRef} onChoose={act(connect.choose)} />;
      if (retry) return <Unavailable explanation={explain(locale, unreachable, [])} alertRef={focusRef} onRetry={act(retry)} />;
    }
    if (!form || !('integrationId' in state)) return <FormSkeleton />;
    if (state.name !== 'connected') {
      return (
        <CredentialForm
          key={state.integrationId}
          connect={connect}
          state={state}
          form={form}
          titleRef={focusRef}
          views={views}
          onGuideOpened={onGuideOpened}
        />
      );
    }
    // What shows the proof is on its way, or could not be loaded.
    if (!views) return <h2>{t('result.titlePlain')}</h2>;
    return <views.ConnectionResult {...state} form={form} reconnected={known !== undefined} onDone={onClose} />;
  };
  return (
    <>
      {draw()}
      {views && chooseAnother && <views.ChooseAnother state={state} onPress={act(chooseAnother)} />}
    </>
  );
}
