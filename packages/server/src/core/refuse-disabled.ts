import { connectError } from '../errors.ts';
import type { Connection } from './connection.ts';

/** Makes sure that nothing is handed out for a connection that was switched off. @throws {ConnectError} `connection_disabled` */
export function refuseDisabled({ status }: Pick<Connection, 'status'>): void {
  if (status === 'disabled') throw connectError('connection_disabled');
}
