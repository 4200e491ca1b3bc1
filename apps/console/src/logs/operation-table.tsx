import type { OperationListItem } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { StatusBadge } from '../parts/status-badge.tsx';
import { describeMessage, formatDuration, STATUS_TONES, STATUS_WORDS, TYPE_WORDS } from './operation-words.ts';
import { TableFrame } from '../parts/table-frame.tsx';

interface OperationTableProps {
  readonly rows: readonly OperationListItem[];
  /** Whether the rows are those of another filter, until the ones that are asked for are there. */
  readonly isOld: boolean;
  readonly onOpen: (operationId: string) => void;
}

/** Operations, one a row; the time opens the details. */
export function OperationTable({ rows, isOld, onOpen }: OperationTableProps): ReactElement {
  return (
    <TableFrame label="Operations, the latest first" isOld={isOld}>
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
            <td>
              <OpenButton at={row.started_at} onOpen={() => onOpen(row.id)} />
            </td>
            <td>
              <StatusBadge tone={STATUS_TONES[row.status]}>{STATUS_WORDS[row.status]}</StatusBadge>
            </td>
            <td>{TYPE_WORDS[row.type]}</td>
            <td className="request">
              <code>{describeMessage(row)}</code>
              {row.last_message && <span className="muted"> {row.last_message.status ?? 'no answer'}</span>}
              {row.error && <span className="problem small">{row.error.message}</span>}
            </td>
            <td className="nowrap">{row.integration_id ?? '–'}</td>
            <td className="nowrap">{formatDuration(row.duration_ms)}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

interface OpenButtonProps {
  readonly at: string;
  readonly onOpen: () => void;
}

function OpenButton({ at, onOpen }: OpenButtonProps): ReactElement {
  return (
    <button type="button" className="link" onClick={onOpen}>
      <span className="unseen">Details of </span>
      <time dateTime={at} className="nowrap">
        {new Date(at).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'medium' })}
      </time>
    </button>
  );
}
