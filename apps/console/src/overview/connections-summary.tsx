import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Overview } from './queries.ts';

const STATUS_WORDS: Readonly<Record<string, string>> = { active: 'Active', needs_reconnect: 'Need reconnect', disabled: 'Disabled' };

/** How many connections there are, by what state they are in and where they lead to. */
export function ConnectionsSummary({ connections }: { readonly connections: Overview['connections'] }): ReactElement {
  const highest = Math.max(1, ...connections.by_region.map(({ count }) => count));
  return (
    <div className="columns even">
      <section className="card" aria-labelledby="by-status">
        <h2 id="by-status">Connections</h2>
        <ul className="tiles">
          <li>
            <Link to="/connections" className="tile">
              <strong>{connections.total.toLocaleString()}</strong>
              <span>All</span>
            </Link>
          </li>
          {connections.by_status.map(({ status, count }) => (
            <li key={status}>
              <Link to="/connections" search={{ status: readStatus(status) }} className="tile" data-status={status} data-count={count}>
                <strong>{count.toLocaleString()}</strong>
                <span>{STATUS_WORDS[status] ?? status}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="by-region">
        <h2 id="by-region">By region</h2>
        <table className="bars">
          <caption className="unseen">Connections by region</caption>
          <tbody>
            {connections.by_region.map(({ region, count }) => (
              <tr key={region}>
                <th scope="row">{region === '' ? 'Unknown' : region}</th>
                <td>
                  <meter min={0} max={highest} value={count} aria-hidden="true" />
                  <span>{count.toLocaleString()}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function readStatus(status: string): 'active' | 'needs_reconnect' | 'disabled' | undefined {
  return status === 'active' || status === 'needs_reconnect' || status === 'disabled' ? status : undefined;
}
