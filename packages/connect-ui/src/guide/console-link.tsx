import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { usePart } from '../primitives/styling.ts';

/** Leads to the very environment in the provider's console, as soon as enough is typed to know which. */
export function ConsoleLink({ url }: { readonly url: string | undefined }): ReactElement | null {
  const { t } = useMessages();
  const part = usePart();
  if (url === undefined) return null;
  return (
    <a {...part('console-link')} href={url} target="_blank" rel="noopener noreferrer">
      {t('guide.console')}
      <span aria-hidden="true">↗</span>
      <span {...part('announcer')}>({t('guide.newTab')})</span>
    </a>
  );
}
