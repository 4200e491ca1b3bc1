import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { settingsQuery } from '../queries.ts';
import { formatLifetime } from './format-lifetime.ts';

/** What the server's configuration says of the form; it is changed there. */
export function ServerFacts(): ReactElement {
  const { data, error, refetch } = useQuery(settingsQuery);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <section className="card" aria-labelledby="server-facts">
      <h2 id="server-facts">From the server’s configuration</h2>
      <dl className="facts">
        <dt>Redirect URI</dt>
        <dd className="copied plain">
          <code>{data.redirect_uri}</code>
          <CopyButton value={data.redirect_uri} />
        </dd>
        <dt>Allowed origins</dt>
        <dd>
          {data.allowed_origins.map((origin) => (
            <code key={origin} className="tag">
              {origin}
            </code>
          ))}
        </dd>
        <dt>Connect session</dt>
        <dd>{formatLifetime(data.connect_session_lifetime_seconds)}</dd>
        <dt>Share link</dt>
        <dd>{formatLifetime(data.share_link_lifetime_seconds)}</dd>
        <dt>Request logs</dt>
        <dd>{data.log_retention_days === 0 ? 'not kept' : `kept for ${formatLifetime(data.log_retention_days * 86_400)}`}</dd>
        <dt>Database</dt>
        <dd>{data.database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}</dd>
        <dt>Version</dt>
        <dd>{data.version}</dd>
      </dl>
    </section>
  );
}
