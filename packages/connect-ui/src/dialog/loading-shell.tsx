import type { ReactElement } from 'react';
import type { ConnectProps } from '../connect/connect-props.ts';
import type { LocaleTag } from '../messages/resolve-locale.ts';
import { Skeleton } from '../primitives/skeleton.tsx';
import { stylePart } from '../primitives/styling.ts';
import { dialogWords } from './dialog-words.ts';

interface LoadingShellProps {
  readonly styling: Pick<ConnectProps, 'appearance' | 'classNames' | 'unstyled'>;
  readonly locale: LocaleTag;
  /** Loads the form again, after it could not be loaded. */
  readonly onRetry: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Stands in the dialog until the form has come. */
export function LoadingShell({ styling, locale, onRetry, onClose }: LoadingShellProps): ReactElement {
  const words = dialogWords[locale];
  return (
    <div {...stylePart(styling, 'root')} data-appearance={styling.appearance ?? 'auto'}>
      {onRetry ? (
        <div {...stylePart(styling, 'unavailable')}>
          <p role="alert">{words.unreachable}</p>
          <button {...stylePart(styling, 'submit')} type="button" onClick={onRetry}>
            {words.retry}
          </button>
        </div>
      ) : (
        <Skeleton styling={styling} text={words.loading} />
      )}
      <button {...stylePart(styling, 'button')} type="button" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}
