import { Connect, ConnectDialog, type ConnectProps } from '@latchkey/connect-ui';
import '@latchkey/connect-ui/styles.css';
import { createRoot } from 'react-dom/client';

/** What is drawn, and how it is taken away again. */
export interface Drawn {
  readonly remove: () => void;
}

/** What is drawn in place may change. */
export interface DrawnInline extends Drawn {
  readonly update: (props: ConnectProps) => void;
}

/** Draws the form in an element of the page. */
export function drawInline(container: Element, props: ConnectProps): DrawnInline {
  const root = createRoot(container);
  const update = (next: ConnectProps): void => root.render(<Connect {...next} />);
  update(props);
  return { update, remove: () => root.unmount() };
}

/** Draws the form in a dialog over the page; when it is closed, nothing of it stays. */
export function drawDialog(props: ConnectProps): Drawn {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const remove = (): void => {
    root.unmount();
    container.remove();
  };
  root.render(<ConnectDialog {...props} open onOpenChange={remove} />);
  return { remove };
}
