import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox, type Sandbox, type SandboxEnvironment } from '@latchkey/sandbox';
import express, { type Express } from 'express';
import { checkOptions } from '../check-options.ts';
import { assembleConnect, type Connect } from '../connect.ts';
import type { Timer } from '../clock.ts';
import type { ConnectOptions } from '../options.ts';
import { generateSecretKey } from '../secret-key.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';
import { createAnswerCheck } from './check-answer.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

const checkAnswer = createAnswerCheck();

/** How a test's API differs from the usual one. */
export interface TestApiOptions {
  readonly options?: Partial<ConnectOptions>;
  /** Makes integrations of what the sandbox has. @default the option's, else one of worker applications */
  readonly integrations?: (sandbox: Sandbox) => ConnectOptions['integrations'];
  /** Wraps the store, to make it fail. */
  readonly wrapStore?: (store: Store) => Store;
  /** Takes the place of the machine's timer. */
  readonly timer?: Timer;
  /** Builds the host app. @default the router under `/latchkey` */
  readonly mount?: (app: Express, connect: Connect) => void;
  /** Path of the router in the host app. @default '/latchkey' */
  readonly path?: string;
}

/** What a test sends. */
export interface TestRequest {
  readonly token?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `undefined` when it is no JSON. */
  // oxlint-disable-next-line no-explicit-any -- a test says what it expects of it.
  readonly body: any;
}

/** A whole server on a free port, against a sandbox. */
export interface TestApi {
  readonly url: string;
  readonly secretKey: string;
  readonly sandbox: Sandbox;
  readonly clock: TestClock;
  readonly connect: Connect;
  /** Every line that was logged. */
  readonly logs: string[];
  /** Every answer, headers included. */
  readonly answers: string[];
  call(method: string, path: string, request?: TestRequest): Promise<TestAnswer>;
  startSession(body?: Readonly<Record<string, unknown>>): Promise<string>;
  close(): Promise<void>;
}

/** Starts it. */
export async function startApi({
  options = {},
  integrations = () => [{ id: 'pingone-cc', provider: 'pingone-cc' }],
  wrapStore = (store) => store,
  timer,
  mount,
  path = '/latchkey',
}: TestApiOptions = {}): Promise<TestApi> {
  const clock = createTestClock();
  const sandbox = await createSandbox({ port: 0, clock: () => clock.now() });
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server)}${path}`;
  const secretKey = generateSecretKey();
  const logs: string[] = [];
  const log = (fields: unknown, message: string): void => void logs.push(`${message} ${JSON.stringify(fields)}`);
  const checked = checkOptions({
    publicUrl: url,
    encryptionKeys: [generateEncryptionKey()],
    secretKeys: [secretKey],
    database: ':memory:',
    integrations: integrations(sandbox),
    providerHosts: { pingone: sandbox.hosts },
    refreshIdleConnections: false,
    clock,
    logger: { info: log, warn: log, error: log },
    ...options,
  });
  const connect = assembleConnect(checked, wrapStore(openStore({ database: checked.database, clock })), timer);
  if (mount) mount(app, connect);
  else app.use(path, connect.router);

  const answers: string[] = [];
  const call = async (method: string, target: string, { token, json, raw, headers = {} }: TestRequest = {}): Promise<TestAnswer> => {
    const body = json === undefined ? raw : JSON.stringify(json);
    const response = await fetch(url + target, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      redirect: 'manual',
    });
    const text = await response.text();
    answers.push(`${JSON.stringify([...response.headers])} ${text}`);
    const [mediaType] = response.headers.get('content-type')?.split(';') ?? [];
    // A host app that a test builds has answers of its own.
    if (mount === undefined) checkAnswer({ method, target, status: response.status, mediaType, text });
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };

  return {
    url,
    secretKey,
    sandbox,
    clock,
    connect,
    logs,
    answers,
    call,
    startSession: async (body = { end_user: { id: 'ada' } }) => {
      const answer = await call('POST', '/connect/sessions', { token: secretKey, json: body });
      return answer.body.data.token;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await connect.close();
      await sandbox.close();
    },
  };
}

/** Makes the body of a connect attempt with a worker of the sandbox's, by its name. */
export function connectBody(
  environment: SandboxEnvironment,
  workerName = 'Worker with Post',
  overrides: Readonly<Record<string, string>> = {},
) {
  const worker = environment.workers.find(({ name }) => name === workerName);
  if (!worker) throw new Error(`The sandbox's environment ${environment.name} has no worker "${workerName}".`);
  const values = {
    environmentId: environment.environmentId,
    tld: environment.tld,
    client_id: worker.clientId,
    client_secret: worker.clientSecret,
    ...overrides,
  };
  return {
    integration_id: 'pingone-cc',
    connection_config: { environmentId: values.environmentId, tld: values.tld },
    credentials: { client_id: values.client_id, client_secret: values.client_secret },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
