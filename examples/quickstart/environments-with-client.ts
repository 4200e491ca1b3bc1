/** Lists the environments that a connection reaches. */

import { createLatchkey } from '@latchkey/node';

const { LATCHKEY_URL = '', LATCHKEY_SECRET_KEY, INTEGRATION_ID = '', CONNECTION_ID = '' } = process.env;

const latchkey = createLatchkey({ apiUrl: LATCHKEY_URL, secretKey: LATCHKEY_SECRET_KEY });

const connection = { integrationId: INTEGRATION_ID, connectionId: CONNECTION_ID };
console.log(JSON.stringify(await latchkey.proxy.get('/v1/environments?limit=10', connection), null, 2));

// Where the API itself is called without the proxy: a token that can be used, fresh whenever it is read.
const { credentials } = await latchkey.connections.get(connection);
console.error(`The token ends at ${credentials.expiresAt.toISOString()}.`);
