import type { ReactElement } from 'react';
import { Moment } from '../../parts/moment.tsx';
import { SecretOnce } from '../../parts/secret-once.tsx';

interface MadeLinkProps {
  readonly link: { readonly url: string; readonly expires_at: string };
  readonly onDone: () => void;
}

/** A link that was made just now: it is shown this once. */
export function MadeLink({ link, onDone }: MadeLinkProps): ReactElement {
  return (
    <SecretOnce
      text={
        <>
          It is shown this once. Send it to the person who is to connect: it works once, until <Moment at={link.expires_at} />.
        </>
      }
      value={link.url}
      onDone={onDone}
    />
  );
}
