import { Connect, ConnectDialog, type ConnectProps } from '@latchkey/connect-ui';
import '@latchkey/connect-ui/styles.css';
import { createRoot } from 'react-dom/client';

/** What is drawn, and how it is taken away again. */
export interface Drawn {
  readonly update: (props: ConnectProps) => void;
  readonly remove: () => void;
}

/** Draws the form in an element of the page. */
export function drawInline(container: Element, props: ConnectProps): Drawn {
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
  const update = (next: ConnectProps): void => root.render(<ConnectDialog {...next} open onOpenChange={remove} />);
  update(props);
  return { update, remove };
}
