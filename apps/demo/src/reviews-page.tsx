import { useEffect, useState } from 'react';
import { api, type ConnectionSummary, type Customer } from './api.ts';

/** The app's own page: it has something to show once PingOne is connected. */
export function ReviewsPage({ customer }: { readonly customer: Customer }) {
  const [connection, setConnection] = useState<ConnectionSummary | null | undefined>();
  useEffect(() => {
    api.connection('pingone-cc').then(setConnection, () => setConnection(null));
  }, []);
  return (
    <>
      <h1>Access reviews</h1>
      <p className="muted">Who at {customer.organization.display_name} may do what, and whether they still should.</p>
      {connection === null && (
        <section className="empty">
          <h2>Connect your directory to begin</h2>
          <p className="muted">Rollcall reads people and their access from PingOne.</p>
          <a className="button" href="#settings">
            Open integrations
          </a>
        </section>
      )}
      {connection && (
        <section className="empty">
          <h2>{connection.environment?.name ?? 'PingOne'} is connected</h2>
          <p className="muted">The first review is being prepared from this environment.</p>
          <a className="button" href="#settings">
            See the connection
          </a>
        </section>
      )}
    </>
  );
}
