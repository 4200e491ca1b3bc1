import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createLatchkey } from '@latchkey/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorker, startServer, type RunningServer } from './start-server.ts';

let server: RunningServer;
let connectionId: string;

beforeAll(async () => {
  server = await startServer();
  const latchkey = createLatchkey({ apiUrl: server.apiUrl, secretKey: server.secretKey });
  const { connectionConfig, credentials } = readWorker(server.sandbox);
  ({ connectionId } = await latchkey.connections.import({ integrationId: 'pingone-cc', connectionConfig, credentials }));
});
afterAll(() => server.close());

const run = async (command: string, args: readonly string[], connection = connectionId): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: fileURLToPath(new URL('../../../examples/quickstart', import.meta.url)),
    env: {
      ...process.env,
      LATCHKEY_URL: server.apiUrl,
      LATCHKEY_SECRET_KEY: server.secretKey,
      INTEGRATION_ID: 'pingone-cc',
      CONNECTION_ID: connection,
    },
  });
  return JSON.parse(stdout);
};
const node = ['--conditions=@latchkey/source'];

describe('The scripts of the quickstart', () => {
  it.each([
    ['curl', 'sh', ['environments.sh']],
    ['fetch', process.execPath, [...node, 'environments-with-fetch.ts']],
    ['the client', process.execPath, [...node, 'environments-with-client.ts']],
  ])('list the environments by %s, with nothing filled in but host, key and ids', async (_name, command, args) => {
    const [environment] = server.sandbox.environments;
    expect(await run(command, args)).toMatchObject({
      _embedded: { environments: expect.arrayContaining([expect.objectContaining({ id: environment?.environmentId })]) },
    });
  });

  it('fail with the reason when the connection is not there', async () => {
    await expect(run('sh', ['environments.sh'], 'nope')).rejects.toMatchObject({
      code: 22,
      stdout: expect.stringContaining('unknown_connection'),
    });
  });
});
