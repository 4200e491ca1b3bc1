import type { ProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import type { Connection } from '../api/connection.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { usePart } from '../primitives/styling.ts';
import { AccessList } from './access-list.tsx';

interface ConnectionProofProps {
  readonly connection: Connection;
  readonly notices: readonly string[];
  readonly form: ProviderForm;
}

/** What the connection leads to, what it may do, and what was put right on the way. */
export function ConnectionProof({ connection, notices, form }: ConnectionProofProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { environment, access } = connection;
  const region = form.regions.find(({ code }) => code === environment?.region);
  const facts = environment && [
    { label: t('result.type'), value: environment.type && titleCase(environment.type) },
    { label: t('result.region'), value: region?.name ?? environment.region },
    { label: t('result.environmentId'), value: <code dir="ltr">{environment.id}</code> },
  ];
  return (
    <>
      <div {...part('proof')}>
        {connection.notices.map(({ code }, index) => (
          <p key={code} {...part('note')} data-tone={code === 'no_refresh_token' ? 'warning' : 'info'}>
            <Icon name={code === 'no_refresh_token' ? 'alert' : 'info'} />
            {notices[index]}
          </p>
        ))}
      </div>
      {facts && (
        <dl {...part('facts')}>
          {facts.map(
            ({ label, value }) =>
              value && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      )}
      <AccessList access={access} form={form} />
    </>
  );
}

/** `PRODUCTION` as people write it. */
function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
