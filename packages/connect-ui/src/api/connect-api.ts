import { PROGRESS_MEDIA_TYPE, type CreateConnectionBody } from '@latchkey/protocol';
import { hasAttempt } from '../authorization/attempt-key.ts';
import { createAuthorizedFetch, type ApiAccess } from './authorized-fetch.ts';
import { readConnection, type Connection } from './connection.ts';
import { ownFailure, readThrown, RequestFailed, understood } from './failure.ts';
import type { ProgressReport } from './progress.ts';
import { readFailure } from './read-failure.ts';
import { isRecord, readText } from './read-json.ts';
import { readStream } from './read-stream.ts';
import { readSession, type Session } from './session.ts';

/** What the component asks of the server. Each method throws {@link RequestFailed}. */
export interface ConnectApi {
  /** Sends a request and reads the JSON of its answer. */
  readonly ask: (path: string, init: RequestInit) => Promise<unknown>;
  readonly getSession: (signal?: AbortSignal) => Promise<Session>;
  /** Finds the top-level domain of the region in which an environment lives; `null` when no region knows it. */
  readonly findRegion: (environmentId: string, signal?: AbortSignal) => Promise<string | null>;
  /**
   * Checks the values and stores the connection. When the answer is lost, the session is asked for a while what came of it.
   */
  readonly connect: (body: CreateConnectionBody, onProgress: (report: ProgressReport) => void) => Promise<Connection>;
}

/** How long it takes until the session is asked, and asked again, what came of an attempt, in milliseconds: the server may be at work still. */
const RECOVERY_DELAYS_MS = [0, 1_000, 2_000, 4_000, 5_000, 6_000];

/** How long all these questions may take. */
const RECOVERY_TIMEOUT_MS = 20_000;

/** What is said when a request may have done what it should although its answer never came. */
const LOST = new Set(['offline', 'server_unreachable', 'connection_interrupted']);

/** Binds the server's browser routes to a session. What was typed travels in request bodies only, but for the environment ID. */
export function createConnectApi(access: ApiAccess): ConnectApi {
  const request = createAuthorizedFetch(access);

  async function ask(path: string, init: RequestInit): Promise<unknown> {
    return readJson(await request(path, init));
  }

  async function getSession(signal?: AbortSignal): Promise<Session> {
    const response = await request('/connect/session', { signal: signal ?? null });
    const session = await readJson(response)
      .then((body) => understood(readSession(body)))
      .catch((thrown: unknown) => {
        if (isElsewhere(response, thrown)) access.report(wrongApiUrl(access.options.current.apiUrl, response));
        throw thrown;
      });
    const begun = session.integrations.find(({ integrationId }) => hasAttempt(access.options.current.apiUrl, integrationId));
    return { ...session, begun: begun?.integrationId };
  }

  async function findRegion(environmentId: string, signal?: AbortSignal): Promise<string | null> {
    const path = `/connect/regions?environment_id=${encodeURIComponent(environmentId)}`;
    const body = await ask(path, { signal: signal ?? null });
    const data = isRecord(body) ? body['data'] : undefined;
    return data === null ? null : understood(isRecord(data) ? readText(data['tld']) : undefined);
  }

  async function connect(body: CreateConnectionBody, onProgress: (report: ProgressReport) => void): Promise<Connection> {
    // Asked now, because this session may have connected something since the form was opened, and before it too.
    const { connections } = await getSession();
    try {
      return await submit(body, onProgress);
    } catch (thrown) {
      if (!LOST.has(readThrown(thrown).code)) throw thrown;
    }
    const known = new Set(connections.map(({ connectionId }) => connectionId));
    return recover((row) => row.integrationId === body.integration_id && !known.has(row.connectionId));
  }

  async function submit(body: CreateConnectionBody, onProgress: (report: ProgressReport) => void): Promise<Connection> {
    const response = await request('/connect/connections', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: `${PROGRESS_MEDIA_TYPE}, application/json` },
      body: JSON.stringify(body),
    });
    const streamed = response.headers.get('Content-Type')?.startsWith(PROGRESS_MEDIA_TYPE) === true;
    if (!streamed || !response.body) return understood(readConnection(await readJson(response)));
    for await (const event of readStream(response.body)) {
      if (event.type === 'progress') onProgress(event);
      else if (event.status < 300) return understood(readConnection(event.body));
      else throw new RequestFailed(readFailure(event.body));
    }
    throw interrupted();
  }

  /** Asks for the connection whose answer never came. The server makes it, or fails to, whether or not somebody still waits. */
  async function recover(isMade: (row: Session['connections'][number]) => boolean): Promise<Connection> {
    const signal = AbortSignal.timeout(RECOVERY_TIMEOUT_MS);
    for (const delay of RECOVERY_DELAYS_MS) {
      await wait(delay, signal);
      if (signal.aborted) break;
      try {
        const made = (await getSession(signal)).connections.findLast(isMade);
        if (made) return { ...made, environment: undefined, access: [], notices: [] };
      } catch (thrown) {
        // Who may not ask any more, will not be told later either.
        if (!readThrown(thrown).retryable) break;
      }
    }
    throw interrupted();
  }

  return { ask, getSession, findRegion, connect };
}

async function readJson(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new RequestFailed(readFailure(body));
  return body;
}

/** Tells whether something answered that is not the router: a page of the host's, or a 404 of its own. A gateway whose server is down is no mistake. */
function isElsewhere({ ok, status }: Response, thrown: unknown): boolean {
  return (ok || status === 404) && readThrown(thrown).code === 'server_answer_invalid';
}

function wrongApiUrl(apiUrl: string, { status }: Response): TypeError {
  return new TypeError(
    `Latchkey found no router at "${apiUrl}": GET ${apiUrl.replace(/\/$/, '')}/connect/session answered ${status}, and not as the router does. ` +
      '`apiUrl` must lead to where the router is mounted, and a development server must pass that path on to your backend.',
  );
}

function interrupted(): RequestFailed {
  return new RequestFailed(ownFailure('connection_interrupted'));
}

/** Waits, but no longer than until the signal comes. */
function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
