import type { OperationListItem } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { StatusBadge } from '../parts/status-badge.tsx';
import { describeMessage, formatDuration, STATUS_TONES, STATUS_WORDS, TYPE_WORDS } from './operation-words.ts';

interface OperationTableProps {
  readonly rows: readonly OperationListItem[];
  readonly onOpen: (operationId: string) => void;
}

/** Operations, one a row; the time opens the details. */
export function OperationTable({ rows, onOpen }: OperationTableProps): ReactElement {
  return (
    <div className="table-frame">
      <table className="log">
        <caption className="unseen">Operations, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Status</th>
            <th scope="col">Type</th>
            <th scope="col">Last request</th>
            <th scope="col">Integration</th>
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-label={`Details of ${new Date(row.started_at).toLocaleString()}`}
                  onClick={() => onOpen(row.id)}
                >
                  <time dateTime={row.started_at}>{new Date(row.started_at).toLocaleString()}</time>
                </button>
              </th>
              <td>
                <StatusBadge tone={STATUS_TONES[row.status]}>{STATUS_WORDS[row.status]}</StatusBadge>
              </td>
              <td>{TYPE_WORDS[row.type]}</td>
              <td className="request">
                <code>{describeMessage(row)}</code>
                {row.last_message && <span className="muted"> {row.last_message.status ?? 'no answer'}</span>}
                {row.error && <span className="problem small">{row.error.message}</span>}
              </td>
              <td>{row.integration_id ?? '–'}</td>
              <td>{formatDuration(row.duration_ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
