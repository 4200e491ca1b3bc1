import type { CreateConnectionBody } from '@latchkey/protocol';
import type { Connection } from '../api/connection.ts';
import { readThrown } from '../api/failure.ts';
import type { Host } from '../connect/use-host.ts';
import type { ConnectFlow, Turn } from './use-connect-flow.ts';

/**
 * Runs an attempt to its end, which may never come. While another one runs, it does nothing.
 *
 * @param make Makes the connection, and tells how far it is.
 */
export async function runAttempt(
  host: Host,
  { begin, known, tell }: ConnectFlow,
  make: (move: Turn['move']) => Promise<Connection>,
): Promise<void> {
  const turn = begin();
  if (!turn) return;
  let connection: Connection;
  try {
    connection = await make(turn.move);
  } catch (thrown) {
    const failure = readThrown(thrown);
    turn.move({ type: 'failed', failure });
    turn.end();
    tell(failure);
    return;
  }
  known.current.push(connection.connectionId);
  turn.move({ type: 'connected', connection });
  turn.end();
  host.emit({ type: 'connected', integrationId: connection.integrationId, connectionId: connection.connectionId });
  host.connected(connection);
}

/** Sends the values. While an attempt runs, it does nothing. */
// Security: the body holds the secret. It goes through no cache, and nothing keeps it once it is answered.
export function sendCredentials(host: Host, flow: ConnectFlow, body: CreateConnectionBody): void {
  void runAttempt(host, flow, async (move) => {
    host.emit({ type: 'submitted', integrationId: body.integration_id });
    const { connect } = await host.api.load();
    return connect(body, flow.known.current, (report) => {
      move({ type: 'progressed', report });
      host.emit({ type: 'progressed', step: report.step, state: report.state });
    });
  });
}
