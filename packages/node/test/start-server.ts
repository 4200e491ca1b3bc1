import { once } from 'node:events';
import { createServer } from 'node:http';
import { createSandbox, type Sandbox } from '@latchkey/sandbox';
import { createConnect, generateEncryptionKey, generateSecretKey, type ConnectOptions } from '@latchkey/server';
import express from 'express';

/** A whole Latchkey on a free port, against a sandbox. */
export interface RunningServer {
  readonly apiUrl: string;
  readonly secretKey: string;
  readonly sandbox: Sandbox;
  readonly close: () => Promise<void>;
}

/** Starts it, mounted below a path. @param hosts Of the provider's, those that the sandbox does not have. */
export async function startServer(
  options: Partial<ConnectOptions> = {},
  hosts: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const sandbox = await createSandbox({ port: 0 });
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new TypeError('The server listens on no port.');
  const apiUrl = `http://127.0.0.1:${address.port}/latchkey`;
  const secretKey = generateSecretKey();
  const connect = createConnect({
    publicUrl: apiUrl,
    encryptionKeys: [generateEncryptionKey()],
    secretKeys: [secretKey],
    database: ':memory:',
    integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
    providerHosts: { pingone: { ...sandbox.hosts, ...hosts } },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...options,
  });
  app.use('/latchkey', connect.router);
  await connect.ready;
  return {
    apiUrl,
    secretKey,
    sandbox,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await connect.close();
      await sandbox.close();
    },
  };
}

/** Reads from the sandbox what importing a worker's credential needs. */
export function readWorker(sandbox: Sandbox, name = 'Worker with Post', environmentIndex = 0) {
  const environment = sandbox.environments[environmentIndex];
  const worker = environment?.workers.find((one) => one.name === name);
  if (environment === undefined || worker === undefined) throw new Error(`The sandbox has no worker "${name}".`);
  return {
    environment,
    connectionConfig: { environmentId: environment.environmentId, tld: environment.tld },
    credentials: { clientId: worker.clientId, clientSecret: worker.clientSecret },
  };
}
