import type { ReactElement, Ref } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { part } from '../primitives/part.ts';
import { Spinner } from '../primitives/spinner.tsx';

/** The button that connects. It can be pressed from the start, and keeps the focus while an attempt runs. */
export function SubmitButton({ busy, buttonRef }: { readonly busy: boolean; readonly buttonRef: Ref<HTMLButtonElement> }): ReactElement {
  const { t } = useMessages();
  return (
    <button
      {...part('submit')}
      type="submit"
      data-state={busy ? 'busy' : 'idle'}
      aria-disabled={busy}
      ref={buttonRef}
      // Leaving a field checks it, and a message that appears above would move the button away from under the pointer.
      onMouseDown={(event) => event.preventDefault()}
    >
      {busy && <Spinner />}
      {t(busy ? 'form.connecting' : 'form.connect')}
    </button>
  );
}
