import type { ProviderForm } from '@latchkey/providers';
import { useId, type ReactElement } from 'react';
import type { Connection } from '../api/connection.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { takeFocus } from '../primitives/take-focus.ts';
import { ConnectionProof } from './connection-proof.tsx';

interface ConnectionResultProps {
  readonly connection: Connection;
  /** What was put right on the way, one sentence each. */
  readonly notices: readonly string[];
  readonly form: ProviderForm;
  /** Whether the connection was there before. */
  readonly reconnected: boolean;
  readonly onDone: (() => void) | undefined;
}

/** Says that the connection works, and shows the proof. */
export function ConnectionResult({ connection, notices, form, reconnected, onDone }: ConnectionResultProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button, Header } = useSlots();
  const titleId = useId();

  const { environment, access } = connection;
  // A sign-in is not told the name; the id stands below.
  const name = environment && { environment: environment.name ?? form.displayName };
  const connectedTitle = name ? t('result.title', name) : t('result.titlePlain');
  const reconnectedTitle = name ? t('result.reconnected', name) : t('result.reconnectedPlain');
  const limited = access.some((row) => !row.allowed);
  return (
    <section {...part('result')} data-tone={limited ? 'warning' : 'success'} aria-labelledby={titleId}>
      <Header
        {...part('header')}
        icon={limited ? 'alert' : 'check'}
        title={reconnected ? reconnectedTitle : connectedTitle}
        titleId={titleId}
        titleRef={takeFocus}
        intro={t(environment ? (limited ? 'result.summaryWarning' : 'result.summary') : 'result.summaryPlain')}
      />
      <ConnectionProof connection={connection} notices={notices} form={form} />
      {onDone && (
        <Button {...part('submit')} type="button" onClick={onDone}>
          {t('result.done')}
        </Button>
      )}
    </section>
  );
}
