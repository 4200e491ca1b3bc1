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
export async function runAttempt(host: Host, { begin, tell }: ConnectFlow, make: (move: Turn) => Promise<Connection>): Promise<void> {
  const move = begin();
  if (!move) return;
  let connection: Connection;
  try {
    connection = await make(move);
  } catch (thrown) {
    const failure = readThrown(thrown);
    move({ type: 'failed', failure });
    tell(failure);
    return;
  }
  move({ type: 'connected', connection });
  host.emit({ type: 'connected', integrationId: connection.integrationId, connectionId: connection.connectionId });
  host.connected(connection);
}

/** Sends the values. While an attempt runs, it does nothing. */
// Security: the body holds the secret. It goes through no cache, and nothing keeps it once it is answered.
export function sendCredentials(host: Host, flow: ConnectFlow, body: CreateConnectionBody): void {
  void runAttempt(host, flow, async (move) => {
    host.emit({ type: 'submitted', integrationId: body.integration_id });
    const { connect } = await host.api.load();
    return connect(body, (report) => {
      move({ type: 'progressed', report });
      host.emit({ type: 'progressed', step: report.step, state: report.state });
    });
  });
}
