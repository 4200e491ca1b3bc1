import type { KeyEntry } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { Moment } from '../../parts/moment.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

interface KeyTableProps {
  readonly keys: readonly KeyEntry[];
  readonly onRevoke: (key: KeyEntry) => void;
}

/** Secret keys, one a row. */
export function KeyTable({ keys, onRevoke }: KeyTableProps): ReactElement {
  return (
    <TableFrame label="Secret keys">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Scopes</th>
          <th scope="col">Last used</th>
          <th scope="col">Made</th>
          <th scope="col">Expires</th>
          <th scope="col">
            <span className="unseen">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              {key.name} <code className="tag muted small">…{key.hint}</code>
            </th>
            <td>
              <Scopes scopes={key.scopes} />
            </td>
            <td>
              <Moment at={key.last_used_at} otherwise={key.revocable ? 'never' : '–'} />
            </td>
            <td>
              <Moment at={key.created_at} otherwise="in the configuration" />
            </td>
            <td>
              <Moment at={key.expires_at} />
            </td>
            <td className="row-actions">
              {key.revocable && (
                <button type="button" className="button danger small" onClick={() => onRevoke(key)}>
                  Revoke<span className="unseen"> {key.name}</span>
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Scopes({ scopes }: Pick<KeyEntry, 'scopes'>): ReactElement {
  if (scopes.includes('all')) return <span>Everything</span>;
  return (
    <ul className="scope-list">
      {scopes.map((scope) => (
        <li key={scope}>
          <code>{scope}</code>
        </li>
      ))}
    </ul>
  );
}
