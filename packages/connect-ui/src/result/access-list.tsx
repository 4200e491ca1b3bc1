import type { ProviderForm } from '@latchkey/providers';
import { useId, type ReactElement } from 'react';
import type { ConnectionAccess } from '../api/connection.ts';
import { accessRemedy } from '../messages/access-remedy.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { usePart } from '../primitives/styling.ts';

interface AccessListProps {
  readonly access: readonly ConnectionAccess[];
  readonly form: ProviderForm;
}

/** What the connection may do; what it may not, with the remedy. */
export function AccessList({ access, form }: AccessListProps): ReactElement | null {
  const { locale, t } = useMessages();
  const part = usePart();
  const titleId = useId();
  if (access.length === 0) return null;
  return (
    <div {...part('proof')}>
      <h3 {...part('step-title')} id={titleId}>
        {t('result.access')}
      </h3>
      <ul {...part('access')} aria-labelledby={titleId}>
        {access.map(({ name, allowed, remedy }) => (
          <li key={name} {...part('access-item')} data-state={allowed ? 'allowed' : 'refused'}>
            <Icon name={allowed ? 'check' : 'dash'} />
            <span>
              {form.accessLabels[name] ?? name} <span {...part('announcer')}>({t(allowed ? 'result.allowed' : 'result.refused')})</span>
              {!allowed && remedy !== undefined && <span {...part('remedy')}>{accessRemedy(locale, form.provider, name, remedy)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
