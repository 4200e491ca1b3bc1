import type { OperationMessageBody } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';
import { buildCurl } from './build-curl.ts';
import { formatDuration } from './operation-words.ts';

/** One HTTP request and what came back: no body, and no value that could be secret. */
export function MessageCard({ message }: { readonly message: OperationMessageBody }): ReactElement {
  const { method, url, status, failure, attempt, oauth_error: refusal } = message;
  return (
    <article className="card message">
      <header>
        <p className="request-line">
          <strong>{method}</strong> <code>{url}</code>
        </p>
        <CopyButton value={buildCurl(message)} label="Copy as curl" />
      </header>
      <p className="muted">
        <strong className={status === null || status >= 400 ? 'problem' : undefined}>{status ?? failure ?? 'no answer'}</strong>
        {' · '}
        {formatDuration(message.duration_ms)}
        {attempt > 1 && ` · attempt ${attempt}`}
        {message.correlation_id !== null && ` · correlation ID ${message.correlation_id}`}
      </p>
      {refusal && (
        <p className="problem">
          <code>{refusal.error}</code> {refusal.error_description}
        </p>
      )}
      <Headers title="Request headers" headers={message.request_headers} bytes={message.request_bytes} />
      <Headers title="Response headers" headers={message.response_headers} bytes={message.response_bytes} />
    </article>
  );
}

interface HeadersProps {
  readonly title: string;
  readonly headers: OperationMessageBody['request_headers'];
  readonly bytes: number | null;
}

function Headers({ title, headers, bytes }: HeadersProps): ReactElement {
  return (
    <details>
      <summary>
        {title}
        {bytes !== null && <span className="muted small"> · body of {bytes.toLocaleString()} bytes, not kept</span>}
      </summary>
      <dl className="facts small">
        {headers.map(({ name, value }) => (
          <div key={`${name} ${value}`} className="pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
