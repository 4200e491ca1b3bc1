import { useId, useRef, useState, type ReactElement } from 'react';
import type { ConnectControl } from '../connect/use-connect.ts';
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

interface StepCopyProps {
  readonly connect: ConnectControl;
  /** The id of a step of the guide. */
  readonly step: string | undefined;
}

/** What is copied from a step of the guide into the provider's console, where there is anything. */
export function StepCopy({ connect: { form, copies }, step = '' }: StepCopyProps): ReactElement | null {
  const name = form?.copies[step];
  const value = name && copies[name];
  return name === undefined || value === undefined ? null : <CopyValue name={name} value={value} />;
}
