import { useState } from 'react';
import { api, type ConnectionSummary, type Sample } from './api.ts';
import { SampleTable } from './sample-table.tsx';

/** The connection: what it leads to, a call to PingOne's API through it, and the way out. */
export function ConnectionCard({
  integration,
  connection,
  onDisconnect,
}: {
  readonly integration: string;
  readonly connection: ConnectionSummary;
  readonly onDisconnect: () => void;
}) {
  const [sample, setSample] = useState<Sample | undefined>();
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
  const ask = (): Promise<void> => run(async () => setSample(await api.sample(integration)));
  const disconnect = (): Promise<void> => run(() => api.disconnect(integration).then(onDisconnect));

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
        <button type="button" className="button" disabled={busy} onClick={() => void ask()}>
          {integration === 'pingone' ? 'Read my profile' : 'List environments'}
        </button>
        <button type="button" className="danger" disabled={busy} onClick={() => void disconnect()}>
          Disconnect
        </button>
      </div>
      <div aria-live="polite">
        {problem !== '' && <p className="problem">{problem}</p>}
        {sample && <SampleTable sample={sample} />}
      </div>
    </div>
  );
}
