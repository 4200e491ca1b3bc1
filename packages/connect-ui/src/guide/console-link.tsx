import type { ProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../credential-form/resolve-input.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { buildConsoleUrl } from './build-console-url.ts';

interface ConsoleLinkProps {
  readonly form: ProviderForm;
  readonly control: UseFormReturn<FormValues>;
}

/** Leads to the very environment in the provider's console, as soon as enough is typed to know which. */
export function ConsoleLink({ form, control }: ConsoleLinkProps): ReactElement | null {
  const { t } = useMessages();
  const url = buildConsoleUrl(form, useWatch({ control: control.control }));
  if (url === undefined) return null;
  return (
    <a {...part('console-link')} href={url} target="_blank" rel="noopener noreferrer">
      {t('guide.console')}
      <Icon name="external" />
      <span {...part('announcer')}>({t('guide.newTab')})</span>
    </a>
  );
}
