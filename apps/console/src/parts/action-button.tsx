import type { ComponentProps, ReactElement } from 'react';

interface ActionButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'type'> {
  /** @default 'button' */
  readonly type?: 'button' | 'submit';
  /** Whether pressing it does nothing for now. */
  readonly isBusy: boolean;
}

/** A button that waits for what it did. It keeps the focus meanwhile, which one that is disabled loses. */
export function ActionButton({ type = 'button', isBusy, onClick, ...rest }: ActionButtonProps): ReactElement {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- It is one of the two that the props allow.
      type={type}
      aria-disabled={isBusy}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
