import type { ShareLinkEntry } from '@latchkey/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Moment } from '../../parts/moment.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

interface LinkTableProps {
  readonly links: readonly ShareLinkEntry[];
  /** Absent for who may only look. */
  readonly onRevoke: ((link: ShareLinkEntry) => void) | undefined;
}

const WORDS = { open: 'Open', used: 'Used', expired: 'Expired', revoked: 'Revoked' } as const;
const TONES = { open: 'warn', used: 'good', expired: 'off', revoked: 'off' } as const;

/** Share links, one a row. */
export function LinkTable({ links, onRevoke }: LinkTableProps): ReactElement {
  return (
    <TableFrame label="Share links, the latest first">
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">State</th>
          <th scope="col">Integration</th>
          <th scope="col">Made</th>
          <th scope="col">Opened</th>
          <th scope="col">Expires</th>
          {onRevoke && (
            <th scope="col">
              <span className="unseen">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              <Owner link={link} />
            </th>
            <td>
              <StatusBadge tone={TONES[link.state]}>{WORDS[link.state]}</StatusBadge>
            </td>
            <td className="nowrap">{link.integration_id}</td>
            <td>
              <Moment at={link.created_at} />
            </td>
            <td>
              <Moment at={link.opened_at} otherwise="not yet" />
            </td>
            <td>
              <Moment at={link.expires_at} />
            </td>
            {onRevoke && (
              <td className="row-actions">
                {link.state === 'open' && (
                  <button type="button" className="button danger small" onClick={() => onRevoke(link)}>
                    Revoke<span className="unseen"> the link for {nameOwner(link)}</span>
                  </button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Who is to connect; and what was connected, once it was. */
function Owner({ link }: { readonly link: ShareLinkEntry }): ReactElement {
  const { connection_id: connectionId, integration_id: integrationId, note } = link;
  const name = nameOwner(link);
  return (
    <>
      {connectionId === null ? (
        name
      ) : (
        <Link to="/connections/$integrationId/$connectionId" params={{ integrationId, connectionId }}>
          {name}
        </Link>
      )}
      {note !== null && <span className="tag muted small">{note}</span>}
    </>
  );
}

function nameOwner({ end_user: user, organization, connection_id: connectionId }: ShareLinkEntry): string {
  return (
    user?.display_name ??
    user?.email ??
    user?.id ??
    organization?.display_name ??
    organization?.id ??
    (connectionId === null ? 'Whoever has the link' : 'Whoever reconnects it')
  );
}
