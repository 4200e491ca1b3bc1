import type { CheckedConnection } from '@latchkey/protocol';
import { findProviderForm } from '@latchkey/providers';
import type { ReactElement } from 'react';
import { Icon } from '../parts/icon.tsx';

/** What a connection may do, as the last check found out. */
export function ConnectionAccess({ connection }: { readonly connection: CheckedConnection }): ReactElement {
  const labels: Readonly<Record<string, string>> = findProviderForm(connection.provider)?.accessLabels ?? {};
  return (
    <section className="card" aria-labelledby="access">
      <h2 id="access">What it may do</h2>
      {connection.access.length === 0 && <p className="muted">Not known. Check it to find out.</p>}
      <ul className="access">
        {connection.access.map(({ name, allowed, remedy }) => (
          <li key={name} data-allowed={allowed}>
            <Icon name={allowed ? 'check' : 'close'} />
            <span>
              {labels[name] ?? name}
              <span className="unseen">{allowed ? ' (allowed)' : ' (not allowed)'}</span>
              {remedy && <span className="tag muted small">{remedy}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
