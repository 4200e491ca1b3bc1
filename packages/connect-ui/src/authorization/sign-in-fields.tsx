import { useId, type ReactElement, type ReactNode } from 'react';
import type { ConnectControl } from '../connect/use-connect.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { CopyValue } from './copy-value.tsx';

interface SignInFieldsProps {
  readonly connect: ConnectControl;
  readonly provider: string;
  /** The fields of the client, where they are asked for. */
  readonly children: ReactNode;
}

/** What a form with a sign-in has besides its fields: the person's own client, and what the button will do. */
export function SignInFields({ connect: { client, copies }, provider, children }: SignInFieldsProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  const id = useId();
  return (
    <>
      {client && (
        <section {...part('client')} aria-labelledby={id}>
          {client.required ? (
            <h3 {...part('step-title')} id={id}>
              {t('client.title')}
            </h3>
          ) : (
            <Button {...part('help')} type="button" id={id} aria-expanded={client.used} onClick={() => client.use(!client.used)}>
              <Icon name="chevron" />
              {t('client.use')}
            </Button>
          )}
          {client.used && (
            <>
              <p {...part('description')}>{t('client.intro')}</p>
              {copies.redirect_uri !== undefined && <CopyValue name="redirect_uri" value={copies.redirect_uri} />}
              {children}
            </>
          )}
        </section>
      )}
      <p {...part('description')}>{t('signIn.hint', { provider })}</p>
    </>
  );
}
