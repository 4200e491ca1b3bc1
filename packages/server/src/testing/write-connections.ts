import { argv, stdout } from 'node:process';
import { openStore } from '../store/open-store.ts';
import { makeConnection } from './make-connection.ts';

// A process that writes: node write-connections.ts <database> <prefix of the ids> <how many>.
// After each connection that the store has acknowledged it prints a line: `made <id>`, or `refused <id>` when the session had one already.
const [database = '', prefix = '', count = '0'] = argv.slice(2);
const store = openStore({ database });
await store.migrate();
for (let index = 0; index < Number(count); index += 1) {
  const connectionId = `${prefix}-${index}`;
  const made = await store.insertConnection(makeConnection({ connectionId, sessionId: `session-${index}`, identity: 'environment' }));
  stdout.write(`${made === undefined ? 'refused' : 'made'} ${connectionId}\n`);
}
await store.close();
