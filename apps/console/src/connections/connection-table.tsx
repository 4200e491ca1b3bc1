import type { ConnectionListItem } from '@latchkey/protocol';
import { Link } from '@tanstack/react-router';
import { createColumnHelper, flexRender, tableFeatures, useTable } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import { Moment } from '../parts/moment.tsx';
import { ConnectionStatusBadge } from './connection-status.tsx';
import type { ConnectionsSearch } from './connections-search.ts';
import { TableFrame } from '../parts/table-frame.tsx';

type Sort = NonNullable<ConnectionsSearch['sort']>;

interface ConnectionTableProps {
  readonly rows: readonly ConnectionListItem[];
  /** Whether the rows are those of another filter, until the ones that are asked for are there. */
  readonly isOld: boolean;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

const features = tableFeatures({});
const column = createColumnHelper<typeof features, ConnectionListItem>();

const columns = [
  column.display({
    id: 'connection',
    header: 'Connection',
    cell: ({ row: { original } }) => (
      <>
        <Link
          to="/connections/$integrationId/$connectionId"
          params={{ integrationId: original.provider_config_key, connectionId: original.connection_id }}
        >
          <strong>{nameOwner(original)}</strong>
        </Link>
        <Company connection={original} />
      </>
    ),
  }),
  column.display({ id: 'status', header: 'Status', cell: ({ row: { original } }) => <ConnectionStatusBadge status={original.status} /> }),
  column.display({ id: 'integration', header: 'Integration', cell: ({ row: { original } }) => original.provider_config_key }),
  column.display({
    id: 'environment',
    header: 'Environment',
    cell: ({ row: { original } }) => describeEnvironment(original),
  }),
  column.display({ id: 'created', header: 'Created', cell: ({ row: { original } }) => <Moment at={original.created} /> }),
];

/** Connections, one a row; their owner opens the details, and the date of creation turns the order. */
export function ConnectionTable({ rows, isOld, sort, onSort }: ConnectionTableProps): ReactElement {
  const table = useTable({ features, columns, data: rows });
  const isOldestFirst = sort === 'created';
  return (
    <TableFrame label="Connections" isOld={isOld}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) =>
              header.id === 'created' ? (
                <th key={header.id} scope="col" aria-sort={isOldestFirst ? 'ascending' : 'descending'}>
                  <button
                    type="button"
                    className="link"
                    aria-label="Created"
                    onClick={() => onSort(isOldestFirst ? '-created' : 'created')}
                  >
                    {flexRender(header.column.columnDef.header, header.getContext())}
                    <span aria-hidden="true"> {isOldestFirst ? '↑' : '↓'}</span>
                  </button>
                </th>
              ) : (
                <th key={header.id} scope="col">
                  {flexRender(header.column.columnDef.header, header.getContext())}
                </th>
              ),
            )}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.original.id}>
            {row.getAllCells().map((cell) => (
              <td key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** Whose it is, by the best name there is. */
function nameOwner({ end_user: user, connection_id: connectionId }: ConnectionListItem): string {
  return user?.display_name ?? user?.email ?? user?.id ?? connectionId;
}

/** Where that person belongs, or else their address. */
function Company({ connection: { end_user: user } }: { readonly connection: ConnectionListItem }): ReactElement | null {
  const email = user?.display_name ? user.email : undefined;
  const name = user?.organization?.display_name ?? user?.organization?.id ?? email;
  return name ? <span className="tag muted small">{name}</span> : null;
}

function describeEnvironment({ environment }: ConnectionListItem): string {
  if (!environment) return '–';
  return `${environment.name ?? environment.id}${environment.region === '' ? '' : ` · ${environment.region}`}`;
}
