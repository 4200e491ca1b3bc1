import { Connect } from '@latchkey/connect-ui';
import '@latchkey/connect-ui/styles.css';
import { useCallback, useEffect, useState } from 'react';
import { api, type ConnectionSummary, type Customer } from './api.ts';
import { ConnectionCard } from './connection-card.tsx';

/** Settings → Integrations → PingOne: the form while there is no connection, and the connection once there is. */
export function SettingsPage({ customer }: { readonly customer: Customer }) {
  const [connection, setConnection] = useState<ConnectionSummary | null | undefined>();
  const [connecting, setConnecting] = useState(false);
  const reload = useCallback(() => {
    api.connection().then(setConnection, () => setConnection(null));
  }, []);
  useEffect(reload, [reload]);

  return (
    <>
      <p className="crumbs muted">Settings</p>
      <h1>Integrations</h1>
      <p className="muted">Connect the systems of {customer.organization.display_name} to Rollcall.</p>
      <section className="card" aria-labelledby="pingone">
        <div className="card-head">
          <span className="mark" aria-hidden="true">
            P1
          </span>
          <div>
            <h2 id="pingone">PingOne</h2>
            <p className="muted">Read people, groups and applications from your PingOne environment.</p>
          </div>
          {connection === null && !connecting && (
            <button type="button" className="button" onClick={() => setConnecting(true)}>
              Connect PingOne
            </button>
          )}
          {connection && <span className="badge">Connected</span>}
        </div>
        {connecting && (
          <div className="form-place">
            <Connect
              apiUrl="/latchkey"
              sessionToken={api.sessionToken}
              integration="pingone-cc"
              onConnect={reload}
              onClose={() => setConnecting(false)}
            />
          </div>
        )}
        {connection && (
          <ConnectionCard
            connection={connection}
            onDisconnect={() => {
              setConnecting(false);
              setConnection(null);
            }}
          />
        )}
      </section>
    </>
  );
}
