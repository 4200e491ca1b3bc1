import { once } from 'node:events';
import { createServer, request as sendRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createSandbox, type Sandbox } from '@latchkey/sandbox';
import type { Timer } from '../clock.ts';
import type { ConnectOptions } from '../options.ts';
import { connectBody, startApi, type TestAnswer, type TestApi, type TestApiOptions, type TestRequest } from './start-api.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

/** What reached the provider's API. */
export interface ReachedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** What the API does with a request; nobody waits for it. */
type PlayedAnswer = (...exchange: Parameters<RequestListener>) => unknown;

/** A whole server with one connection, whose API is played by the test. */
export interface TestProxy {
  readonly api: TestApi;
  readonly sandbox: Sandbox;
  readonly clock: TestClock;
  readonly connectionId: string;
  /** Headers that name the connection. */
  readonly names: Readonly<Record<string, string>>;
  /** What reached the API as long as nothing else is said, since {@link TestProxy.reset}. */
  readonly reached: ReachedRequest[];
  /** Has the API answer 200 again, and note what reaches it. */
  reset(): void;
  /** Says what the API answers from now on. */
  answerWith(answer: PlayedAnswer): void;
  call(method: string, path: string, request?: TestRequest): Promise<TestAnswer>;
  /** Sends a request whose path no client has mended. */
  send(path: string, options?: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> }): Promise<IncomingMessage>;
  /** Opens a connection and begins a request by hand. */
  begin(head: string): Promise<Socket>;
  close(): Promise<void>;
}

/** Starts it, with these options of the server's. The clock is a test clock; timers are the machine's unless others are given. */
export async function startProxy({
  timer,
  mount,
  ...options
}: { readonly timer?: (clock: TestClock) => Timer } & Pick<TestApiOptions, 'mount'> & Partial<ConnectOptions> = {}): Promise<TestProxy> {
  const clock = createTestClock();
  const reached: ReachedRequest[] = [];
  let answer: PlayedAnswer = (_request, response) => response.writeHead(403).end();
  const upstream = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const sandbox = await createSandbox({ port: 0, clock: () => clock.now() });
  const host = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const hosts = { ...sandbox.hosts, api: `${host}/{tld}`, scim: `${host}/scim/{tld}` };
  const api = await startApi({
    options: { providerHosts: { pingone: hosts }, clock, ...options },
    ...(timer !== undefined && { timer: timer(clock) }),
    ...(mount !== undefined && { mount }),
  });
  const json = connectBody(sandbox.environments[0]!);
  const connected = await api.call('POST', '/connect/connections', { token: await api.startSession(), json });
  const connectionId: string = connected.body.data.connection_id;
  const names = { 'provider-config-key': 'pingone-cc', 'connection-id': connectionId };
  const { hostname, port, pathname } = new URL(api.url);

  const answerOk: PlayedAnswer = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, url, headers, rawHeaders } = request;
    reached.push({ method, url, headers, rawHeaders, body });
    response.writeHead(200, { 'Content-Type': 'application/hal+json;charset=UTF-8', 'Correlation-Id': 'c-1' }).end('{"ok" : true}');
  };
  answer = answerOk;

  return {
    api,
    sandbox,
    clock,
    connectionId,
    names,
    reached,
    reset() {
      reached.length = 0;
      answer = answerOk;
    },
    answerWith: (next) => void (answer = next),
    call: (method, path, request = {}) =>
      api.call(method, `/proxy${path}`, { token: api.secretKey, ...request, headers: { ...names, ...request.headers } }),
    async send(path, { method = 'GET', headers = {} } = {}) {
      const target = path.startsWith('/') ? pathname + path : path;
      const authorization = `Bearer ${api.secretKey}`;
      const request = sendRequest({ hostname, port, path: target, method, headers: { authorization, ...names, ...headers } }).end();
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      return response;
    },
    async begin(head) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      const [requestLine, ...lines] = head.split('\n');
      const own = [`Authorization: Bearer ${api.secretKey}`, ...Object.entries(names).map(([name, value]) => `${name}: ${value}`)];
      socket.write([requestLine?.replace(' /proxy', ` ${pathname}/proxy`), 'Host: h', ...own, ...lines].join('\r\n'));
      return socket;
    },
    async close() {
      upstream.close();
      upstream.closeAllConnections();
      await api.close();
      await sandbox.close();
    },
  };
}
