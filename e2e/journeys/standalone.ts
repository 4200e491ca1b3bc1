import { spawn } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Something that listens on loopback, until it is closed. */
export interface Listener {
  readonly url: string;
  close(): Promise<void>;
}

/** The process, with the pages that the demo has built. */
export interface Standalone extends Listener {
  readonly consoleUrl: string;
  readonly consolePassword: string;
}

/** A folder for what a process keeps, and the way to remove it. */
export function makeDataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Makes an encryption key for the setting. */
export const makeEncryptionKey = (): string => `latchkey_ek_${randomBytes(32).toString('base64url')}`;

/** Starts the process as somebody does who has no settings but these. */
export async function startStandalone(dataFolder: string, settings: Readonly<Record<string, string>>): Promise<Standalone> {
  const consolePassword = randomUUID();
  const own = { LATCHKEY_DATA_DIR: dataFolder, LATCHKEY_PORT: '0', LATCHKEY_CONSOLE_PASSWORD: consolePassword };
  const served = spawn(join(root, 'node_modules/.bin/node'), ['--conditions=@latchkey/source', 'apps/standalone/src/main.ts', 'serve'], {
    cwd: root,
    // Nothing else: a `DATABASE_URL` of this process would be read too.
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...own, ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  for await (const chunk of served.stdout) {
    output += chunk;
    if (output.includes('Ctrl-C')) break;
  }
  const url = /API\s+(\S+)/.exec(output)?.[1];
  if (url === undefined) throw new Error(`The process did not start. It printed:\n${output}`);
  const close = async (): Promise<void> => {
    const ended = once(served, 'exit');
    served.kill('SIGTERM');
    await ended;
  };
  return { url, consoleUrl: `${url}/console`, consolePassword, close };
}

/** Listens at a port that is free. */
export async function listen(handler: RequestListener): Promise<Listener> {
  const server = createServer(handler).listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url, close };
}

/** An OpenID Connect provider at which one person is signed in already: it sends them straight back. */
export async function startIssuer(person: Readonly<Record<string, unknown>>): Promise<Listener> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  let begun = new URLSearchParams();

  const issueIdToken = (issuer: string): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: 'one', aud: begun.get('client_id'), nonce: begun.get('nonce'), iat: now, exp: now + 60, ...person };
    const signed = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };
  return listen((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    const answer = (body: unknown): void => void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
    if (pathname === '/jwks') return answer({ keys: [jwk] });
    if (pathname === '/token') return answer({ access_token: 'one', token_type: 'Bearer', expires_in: 60, id_token: issueIdToken(issuer) });
    if (pathname === '/authorize') {
      begun = searchParams;
      const back = new URLSearchParams({ code: 'one', state: begun.get('state') ?? '', iss: issuer });
      return void response.writeHead(302, { Location: `${begun.get('redirect_uri')}?${back.toString()}` }).end();
    }
    return answer({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      authorization_response_iss_parameter_supported: true,
    });
  });
}

/** As the parts of a JWT are written. */
function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
