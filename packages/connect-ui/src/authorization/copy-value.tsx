import { useId, useRef, useState, type ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { copyText } from './copy-text.ts';

interface CopyValueProps {
  readonly name: 'redirect_uri' | 'scopes';
  readonly value: string;
}

/** A value that the person takes into the provider's console. It stands there whole, so that it can be compared letter by letter. */
export function CopyValue({ name, value }: CopyValueProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button } = useSlots();
  const id = useId();
  const text = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected'>();
  return (
    <div {...part('copy')}>
      <span id={id}>{t(`copy.${name}`)}</span>
      <span aria-live="polite">{outcome && t(`copy.${outcome}`)}</span>
      <Button
        {...part('help')}
        type="button"
        aria-describedby={id}
        onClick={() => text.current && void copyText(text.current).then((copied) => setOutcome(copied ? 'copied' : 'selected'))}
      >
        {t('copy.copy')}
      </Button>
      <code dir="ltr" ref={text}>
        {value}
      </code>
    </div>
  );
}
