import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { findProvider } from '@latchkey/providers';

/** A token endpoint that counts, on a free port of the loopback address. */
export interface TokenEndpoint {
  /** Hosts for the option `providerHosts`. */
  readonly hosts: Readonly<Record<string, string>>;
  /** How many token requests have come. */
  readonly count: () => number;
  /** The refresh tokens that were sent, in order. Each answer to one has the next. */
  readonly refreshTokens: readonly string[];
  /** Resolves when the next token request has come, and leaves that one without an answer. */
  readonly holdNext: () => Promise<void>;
  readonly close: () => void;
}

/** How long an answer takes, in milliseconds: long enough for others to come in the meantime. */
const ANSWER_MS = 100;

/** Starts it. Each token is another one. */
export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  const provider = findProvider('pingone-cc')!;
  let count = 0;
  let onHeld: (() => void) | undefined;
  const refreshTokens: string[] = [];

  const answer = (response: ServerResponse, isRefresh: boolean): void => {
    const body = {
      access_token: `token-${count}`,
      token_type: 'Bearer',
      expires_in: 3600,
      ...(isRefresh && { refresh_token: `refresh-${count}` }),
    };
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body)), ANSWER_MS);
  };
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const refreshToken = form.get('refresh_token');
    if (refreshToken !== null) refreshTokens.push(refreshToken);
    count += 1;
    const held = onHeld;
    onHeld = undefined;
    if (held === undefined) answer(response, refreshToken !== null);
    else held();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    hosts: Object.fromEntries(Object.keys(provider.hosts).map((name) => [name, `${url}/${name}/{tld}`])),
    count: () => count,
    refreshTokens,
    holdNext: () => new Promise((resolve) => (onHeld = resolve)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
