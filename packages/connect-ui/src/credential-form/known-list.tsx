import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import type { KnownValues } from './use-known-values.ts';

/** What is known of the connection that is being reconnected, to be read, and the way to change it. */
export function KnownList({ known: { shown, edit } }: { readonly known: KnownValues }): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  return (
    <section {...part('known')} aria-label={t('reconnect.known')}>
      <dl {...part('facts')}>
        {shown.map(({ name, label, kind, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{kind === 'region' ? text : <code dir="ltr">{text}</code>}</dd>
          </div>
        ))}
      </dl>
      {edit && (
        <Button {...part('help')} type="button" onClick={edit}>
          {t('reconnect.edit')}
        </Button>
      )}
    </section>
  );
}
