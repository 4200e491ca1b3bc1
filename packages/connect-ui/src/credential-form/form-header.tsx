import type { ReactElement } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';

/** What is being connected, and how little has to be typed. */
export function FormHeader({ titleId, providerName }: { readonly titleId: string; readonly providerName: string }): ReactElement {
  const { t } = useMessages();
  return (
    <header {...part('header')}>
      <span {...part('mark')}>
        <Icon name="key" />
      </span>
      <h2 {...part('title')} id={titleId}>
        {t('form.title', { provider: providerName })}
      </h2>
      <p {...part('intro')}>{t('form.intro')}</p>
    </header>
  );
}
