import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';
import { takeFocus } from '../primitives/take-focus.ts';

interface SubmitButtonProps {
  readonly busy: boolean;
  /** Whether it gives a new credential to a connection that is there. */
  readonly reconnecting: boolean;
}

/** The button that connects. It can be pressed from the start, and keeps the focus while an attempt runs. */
export function SubmitButton({ busy, reconnecting }: SubmitButtonProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button, Spinner } = useSlots();
  return (
    <Button
      {...part('submit')}
      type="submit"
      data-state={busy ? 'busy' : 'idle'}
      aria-disabled={busy}
      // The field that had the focus is disabled then; it must not fall out of the form.
      ref={busy ? takeFocus : undefined}
      // Leaving a field checks it, and a message that appears above would move the button away from under the pointer.
      onMouseDown={(event) => event.preventDefault()}
    >
      {busy && <Spinner {...part('spinner')} />}
      {reconnecting ? t(busy ? 'reconnect.submitting' : 'reconnect.submit') : t(busy ? 'form.connecting' : 'form.connect')}
    </Button>
  );
}
