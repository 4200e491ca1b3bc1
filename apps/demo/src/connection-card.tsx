import { useState } from 'react';
import { api, type ConnectionSummary, type Environment } from './api.ts';

/** The connection: what it leads to, a call to PingOne's API through it, and the way out. */
export function ConnectionCard({
  connection,
  onDisconnect,
}: {
  readonly connection: ConnectionSummary;
  readonly onDisconnect: () => void;
}) {
  const [environments, setEnvironments] = useState<readonly Environment[] | undefined>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { environment } = connection;

  async function run(action: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem('');
    try {
      await action();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The request failed.');
    } finally {
      setBusy(false);
    }
  }
  const list = (): Promise<void> => run(async () => setEnvironments((await api.environments())._embedded.environments));
  const disconnect = (): Promise<void> => run(() => api.disconnect().then(onDisconnect));

  return (
    <div className="connection">
      <dl>
        <dt>Environment</dt>
        <dd>{environment?.name ?? environment?.id ?? 'unknown'}</dd>
        <dt>Type</dt>
        <dd>{environment?.type ?? 'unknown'}</dd>
        <dt>Region</dt>
        <dd>{environment?.region ?? 'unknown'}</dd>
        <dt>Connected</dt>
        <dd>{new Date(connection.created_at).toLocaleString()}</dd>
      </dl>
      <div className="actions">
        <button type="button" className="button" disabled={busy} onClick={() => void list()}>
          List environments
        </button>
        <button type="button" className="danger" disabled={busy} onClick={() => void disconnect()}>
          Disconnect
        </button>
      </div>
      <div aria-live="polite">
        {problem !== '' && <p className="problem">{problem}</p>}
        {environments && (
          <div className="table-frame">
            <table>
              <caption>
                <code>GET /v1/environments</code>, asked of PingOne through Latchkey just now
              </caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Type</th>
                  <th scope="col">Region</th>
                </tr>
              </thead>
              <tbody>
                {environments.map(({ id, name, type, region }) => (
                  <tr key={id}>
                    <td>{name}</td>
                    <td>{type}</td>
                    <td>{region}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </div>
  );
}
