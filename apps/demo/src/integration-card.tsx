import { Connect } from '@latchkey/connect-ui';
import { useCallback, useEffect, useId, useState } from 'react';
import { api, type ConnectionSummary } from './api.ts';
import { ConnectionCard } from './connection-card.tsx';

interface IntegrationCardProps {
  readonly integration: string;
  readonly name: string;
  readonly about: string;
  /** What the button says that opens the form. */
  readonly action: string;
}

/** One integration: the form while there is no connection, and the connection once there is. */
export function IntegrationCard({ integration, name, about, action }: IntegrationCardProps) {
  const titleId = useId();
  const [connection, setConnection] = useState<ConnectionSummary | null | undefined>();
  const [connecting, setConnecting] = useState(false);
  const [disconnected, setDisconnected] = useState(false);
  const reload = useCallback(() => {
    api.connection(integration).then(setConnection, () => setConnection(null));
  }, [integration]);
  useEffect(reload, [reload]);
  const getToken = useCallback(() => api.sessionToken(integration), [integration]);

  return (
    <section className="card" aria-labelledby={titleId}>
      <div className="card-head">
        <span className="mark" aria-hidden="true">
          P1
        </span>
        <div>
          <h2 id={titleId}>{name}</h2>
          <p className="muted">{about}</p>
        </div>
        {connection === null && !connecting && (
          <button ref={disconnected ? takeFocus : undefined} type="button" className="button" onClick={() => setConnecting(true)}>
            {action}
          </button>
        )}
        {connection && <span className="badge">Connected</span>}
      </div>
      {connecting && (
        <div ref={takeFocus} className="form-place" tabIndex={-1}>
          <Connect
            apiUrl="/latchkey"
            sessionToken={getToken}
            integration={integration}
            onConnect={reload}
            onClose={() => setConnecting(false)}
          />
        </div>
      )}
      {connection && (
        <ConnectionCard
          integration={integration}
          connection={connection}
          onDisconnect={() => {
            setConnecting(false);
            setConnection(null);
            setDisconnected(true);
          }}
        />
      )}
    </section>
  );
}

/** The button that was pressed is gone, and whoever pressed it by keyboard goes on here. */
function takeFocus(place: HTMLElement | null): void {
  place?.focus({ preventScroll: true });
}
