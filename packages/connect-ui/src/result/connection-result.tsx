import type { ProviderForm } from '@latchkey/providers';
import { findRegion } from '@latchkey/providers';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { Connection } from '../api/connection.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { AccessList } from './access-list.tsx';

interface ConnectionResultProps {
  readonly connection: Connection;
  readonly form: ProviderForm;
  readonly onDone: (() => void) | undefined;
}

/** The proof that the connection works: what it leads to, what it may do, and what was put right on the way. */
export function ConnectionResult({ connection, form, onDone }: ConnectionResultProps): ReactElement {
  const { t } = useMessages();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const { environment, access, notices } = connection;
  const limited = access.some((row) => !row.allowed);
  const summary = environment ? (limited ? 'result.summaryWarning' : 'result.summary') : 'result.summaryPlain';
  const name = environment?.name ?? environment?.id;
  const regionName = (text: string): string => findRegion(form.regions, text)?.name ?? text;

  return (
    <section {...part('result')} data-tone={limited ? 'warning' : 'success'} aria-labelledby={titleId}>
      <header {...part('header')}>
        <span {...part('mark')}>
          <Icon name={limited ? 'alert' : 'check'} />
        </span>
        <h2 {...part('title')} id={titleId} tabIndex={-1} ref={title}>
          {name === undefined ? t('result.titlePlain') : t('result.title', { environment: name })}
        </h2>
        <p {...part('intro')}>{t(summary)}</p>
      </header>
      {environment && (
        <dl {...part('facts')}>
          {environment.type && (
            <div>
              <dt>{t('result.type')}</dt>
              <dd>{environment.type.charAt(0) + environment.type.slice(1).toLowerCase()}</dd>
            </div>
          )}
          {environment.region !== undefined && (
            <div>
              <dt>{t('result.region')}</dt>
              <dd>{regionName(environment.region)}</dd>
            </div>
          )}
          <div>
            <dt>{t('result.environmentId')}</dt>
            <dd>
              <code>{environment.id}</code>
            </dd>
          </div>
        </dl>
      )}
      <AccessList access={access} form={form} />
      {notices.map(({ code, value }) => (
        <p {...part('note')} data-tone="info" key={code}>
          <Icon name="check" />
          {code === 'region_corrected' ? t('notice.region_corrected', { value: regionName(value ?? '') }) : t('notice.auth_method_basic')}
        </p>
      ))}
      {onDone && (
        <button {...part('submit')} type="button" onClick={onDone}>
          {t('result.done')}
        </button>
      )}
    </section>
  );
}
