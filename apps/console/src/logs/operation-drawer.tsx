import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { Modal } from '../parts/modal.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { describeCaller, formatDuration, STATUS_TONES, STATUS_WORDS, TYPE_WORDS } from './operation-words.ts';
import { operationQuery } from './queries.ts';
import { MessageCard } from './message-card.tsx';

interface OperationDrawerProps {
  readonly operationId: string;
  readonly onClose: () => void;
}

/** One operation: who, for whom, why it failed, and each HTTP request with its answer. */
export function OperationDrawer({ operationId, onClose }: OperationDrawerProps): ReactElement {
  const { data: operation, error, refetch } = useQuery(operationQuery(operationId));
  return (
    <Modal title={operation ? TYPE_WORDS[operation.type] : 'Operation'} shape="drawer" onClose={onClose}>
      {error && !operation && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!operation && !error && <Loading lines={6} />}
      {operation && (
        <>
          <dl className="facts">
            <dt>Status</dt>
            <dd>
              <StatusBadge tone={STATUS_TONES[operation.status]}>{STATUS_WORDS[operation.status]}</StatusBadge>
            </dd>
            <dt>Started</dt>
            <dd>{new Date(operation.started_at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })}</dd>
            <dt>Took</dt>
            <dd>{formatDuration(operation.duration_ms)}</dd>
            <dt>By</dt>
            <dd>{describeCaller(operation.caller)}</dd>
            {operation.integration_id !== null && (
              <>
                <dt>Integration</dt>
                <dd>
                  <Link to="/integrations/$integrationId" params={{ integrationId: operation.integration_id }}>
                    {operation.integration_id}
                  </Link>
                </dd>
              </>
            )}
            {operation.integration_id !== null && operation.connection_id !== null && (
              <>
                <dt>Connection</dt>
                <dd>
                  <Link
                    to="/connections/$integrationId/$connectionId"
                    params={{ integrationId: operation.integration_id, connectionId: operation.connection_id }}
                  >
                    {operation.connection_id}
                  </Link>
                </dd>
              </>
            )}
            {operation.end_user_id !== null && (
              <>
                <dt>End user</dt>
                <dd>{operation.end_user_id}</dd>
              </>
            )}
            <dt>Operation ID</dt>
            <dd>
              <code>{operation.id}</code>
              <CopyButton value={operation.id} />
            </dd>
            {operation.request_id !== null && (
              <>
                <dt>Request ID</dt>
                <dd>
                  <code>{operation.request_id}</code>
                </dd>
              </>
            )}
          </dl>
          {operation.error && (
            <section className="error">
              <div>
                <h3>{operation.error.message}</h3>
                {operation.error.remedy !== null && <p>{operation.error.remedy}</p>}
                <p className="muted small">
                  <code>{operation.error.code}</code>
                  {operation.error.correlation_id !== null && <> · correlation ID {operation.error.correlation_id}</>}
                </p>
              </div>
            </section>
          )}
          <h3>{operation.messages.length === 1 ? '1 request' : `${operation.messages.length} requests`}</h3>
          {operation.messages.map((message) => (
            <MessageCard key={`${message.started_at} ${message.url} ${message.attempt}`} message={message} />
          ))}
        </>
      )}
    </Modal>
  );
}
