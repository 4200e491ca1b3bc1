import type { ProviderForm } from '@latchkey/providers';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { Connection } from '../api/connection.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Header } from '../primitives/header.tsx';
import { part } from '../primitives/part.ts';
import { useProof } from './use-proof.ts';

interface ConnectionResultProps {
  readonly connection: Connection;
  readonly form: ProviderForm;
  readonly onDone: (() => void) | undefined;
}

/** Says that the connection works, and shows the proof. */
export function ConnectionResult({ connection, form, onDone }: ConnectionResultProps): ReactElement {
  const { t } = useMessages();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const proof = useProof(true);

  const { environment, access } = connection;
  const limited = access.some((row) => !row.allowed);
  return (
    <section {...part('result')} data-tone={limited ? 'warning' : 'success'} aria-labelledby={titleId}>
      <Header
        icon={limited ? 'alert' : 'check'}
        title={environment ? t('result.title', { environment: environment.name ?? environment.id }) : t('result.titlePlain')}
        titleId={titleId}
        titleRef={title}
        intro={t(environment ? (limited ? 'result.summaryWarning' : 'result.summary') : 'result.summaryPlain')}
      />
      {proof && <proof.ConnectionProof connection={connection} form={form} />}
      {onDone && (
        <button {...part('submit')} type="button" onClick={onDone}>
          {t('result.done')}
        </button>
      )}
    </section>
  );
}
