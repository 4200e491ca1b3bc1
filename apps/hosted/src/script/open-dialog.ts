import type { ConnectProps } from '@latchkey/connect-ui';
import { loadRuntime, type ScriptBase } from './runtime-part.ts';

/** What `Latchkey.open` takes: what `<Connect>` does, and where the API is when that is not where the script came from. */
export type OpenOptions = Omit<ConnectProps, 'apiUrl' | 'components'> & { readonly apiUrl?: string };

/** A dialog that is open, or about to be. */
export interface OpenedDialog {
  /** Takes it away. */
  readonly close: () => void;
}

/** Opens the form in a dialog. What draws it is loaded first; when that fails, `onError` hears of it. */
export function openDialog(base: ScriptBase, options: OpenOptions): OpenedDialog {
  const props = { apiUrl: base.apiUrl, ...options };
  let remove: (() => void) | undefined;
  let closed = false;
  const draw = async (): Promise<void> => {
    const { drawDialog } = await loadRuntime(base);
    if (!closed) ({ remove } = drawDialog(props));
  };
  draw().catch(() =>
    options.onError?.({
      code: 'server_unreachable',
      message: 'The form could not be loaded.',
      remedy: 'See that you are online, then try again.',
      retryable: true,
    }),
  );
  return {
    close() {
      closed = true;
      remove?.();
    },
  };
}
