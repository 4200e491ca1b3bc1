import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { isNotFound } from '../api/api-error.ts';
import { useIsAdmin } from '../api/use-is-admin.ts';
import { NotFound } from '../layout/not-found.tsx';
import { Page } from '../layout/page.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { ConnectionAccess } from './connection-access.tsx';
import { ConnectionActions } from './connection-actions.tsx';
import { ConnectionFacts } from './connection-facts.tsx';
import { PairsEditor } from './pairs-editor.tsx';
import { parseMetadata, parseTags } from './parse-pairs.ts';
import { connectionQuery, setMetadata, updateConnection, useConnectionChange } from './queries.ts';
import { TryRequest } from './try-request.tsx';

const route = getRouteApi('/connections/$integrationId/$connectionId');

/** One connection: how it is, what it leads to and may do, and what can be done about it. */
export function ConnectionPage(): ReactElement {
  const key = route.useParams();
  const isAdmin = useIsAdmin();
  const { data: connection, error, refetch } = useQuery(connectionQuery(key));
  const tags = useConnectionChange(key, (_key, value: Record<string, unknown>) => updateConnection(key, { tags: readTexts(value) }));
  const metadata = useConnectionChange(key, (_key, value: Record<string, unknown>) => setMetadata(key, value));
  const crumb = <Link to="/connections">Connections</Link>;

  if (isNotFound(error)) return <NotFound />;
  if (!connection) {
    return (
      <Page title={key.connectionId} crumb={crumb}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />}
      </Page>
    );
  }
  const user = connection.end_user;
  const [problem] = connection.errors;
  const samplePath = connection.access.find(({ proxy_path: path }) => path !== undefined)?.proxy_path ?? '';
  return (
    <Page
      title={user?.display_name ?? user?.email ?? user?.id ?? connection.connection_id}
      crumb={crumb}
      about={connection.environment?.name ?? connection.environment?.id}
      actions={isAdmin && <ConnectionActions connectionKey={key} connection={connection} />}
    >
      {problem && (
        <section className="error">
          <div>
            <h2>{problem.message ?? 'The last refresh failed.'}</h2>
            {problem.remedy && <p>{problem.remedy}</p>}
            <p className="muted small">
              <code>{problem.code ?? problem.type}</code>
              {problem.log_id !== '' && (
                <>
                  {' · '}
                  <Link to="/logs" search={{ operation: problem.log_id }}>
                    Show what was tried
                  </Link>
                </>
              )}
            </p>
          </div>
        </section>
      )}
      <div className="columns">
        <div className="stack">
          <ConnectionFacts connection={connection} />
          {isAdmin && connection.status !== 'disabled' && <TryRequest key={samplePath} connectionKey={key} samplePath={samplePath} />}
        </div>
        <div className="stack">
          <ConnectionAccess connection={connection} />
          <PairsEditor
            title="Tags"
            hint="Up to ten names with texts. Lists can be narrowed by them."
            value={connection.tags}
            parse={parseTags}
            change={tags}
            isAdmin={isAdmin}
          />
          <PairsEditor
            title="Metadata"
            hint="Whatever your app wants to remember with the connection."
            value={connection.metadata ?? {}}
            parse={parseMetadata}
            change={metadata}
            isAdmin={isAdmin}
          />
        </div>
      </div>
    </Page>
  );
}

/** The parser has let nothing but texts through. */
function readTexts(value: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
