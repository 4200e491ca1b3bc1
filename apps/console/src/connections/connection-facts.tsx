import type { CheckedConnection } from '@latchkey/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { Moment } from '../parts/moment.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { ConnectionStatusBadge } from './connection-status.tsx';

/** What is known of a connection. */
export function ConnectionFacts({ connection }: { readonly connection: CheckedConnection }): ReactElement {
  const { environment, end_user: user } = connection;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Status', <ConnectionStatusBadge key="status" status={connection.status} />],
    [
      'Connection ID',
      <span key="id" className="copied plain">
        <code>{connection.connection_id}</code>
        <CopyButton value={connection.connection_id} />
      </span>,
    ],
    [
      'Integration',
      <Link key="integration" to="/integrations/$integrationId" params={{ integrationId: connection.provider_config_key }}>
        {connection.provider_config_key}
      </Link>,
    ],
    ['Environment', environment ? `${environment.name ?? '–'}${environment.type ? ` (${environment.type.toLowerCase()})` : ''}` : '–'],
    ['Environment ID', environment ? <code key="environment">{environment.id}</code> : '–'],
    ['Region', environment?.region ?? '–'],
    ['End user', user ? [user.display_name, user.email, user.id].filter(Boolean).join(' · ') : '–'],
    ['Organization', user?.organization ? (user.organization.display_name ?? user.organization.id) : '–'],
    ['Token expires', <Moment key="token_expires_at" at={connection.token_expires_at} />],
    ['Last refreshed', <Moment key="last_fetched_at" at={connection.last_fetched_at} />],
    ['Last checked', <Moment key="last_checked_at" at={connection.last_checked_at} />],
    ['Created', <Moment key="created_at" at={connection.created_at} />],
  ];
  return (
    <section className="card" aria-label="Details">
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/logs" search={{ connection: connection.connection_id }}>
          Show its logs
        </Link>
      </p>
    </section>
  );
}
