import { PROGRESS_MEDIA_TYPE, type CreateConnectionBody } from '@latchkey/protocol';
import { hasAttempt } from '../authorization/attempt-key.ts';
import { createAuthorizedFetch, type ApiAccess } from './authorized-fetch.ts';
import { readConnection, type Connection } from './connection.ts';
import { ownFailure, RequestFailed, understood } from './failure.ts';
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
   * Checks the values and stores the connection.
   *
   * @param known Ids of connections that this form made before, so that a lost answer is not mistaken for one of them.
   */
  readonly connect: (
    body: CreateConnectionBody,
    known: readonly string[],
    onProgress: (report: ProgressReport) => void,
  ) => Promise<Connection>;
}

/** Binds the server's browser routes to a session. What was typed travels in request bodies only, but for the environment ID. */
export function createConnectApi(access: ApiAccess): ConnectApi {
  const request = createAuthorizedFetch(access);

  async function ask(path: string, init: RequestInit): Promise<unknown> {
    return readJson(await request(path, init));
  }

  async function getSession(signal?: AbortSignal): Promise<Session> {
    const session = understood(readSession(await ask('/connect/session', { signal: signal ?? null })));
    const begun = session.integrations.find(({ integrationId }) => hasAttempt(access.options.current.apiUrl, integrationId));
    return { ...session, begun: begun?.integrationId };
  }

  async function findRegion(environmentId: string, signal?: AbortSignal): Promise<string | null> {
    const path = `/connect/regions?environment_id=${encodeURIComponent(environmentId)}`;
    const body = await ask(path, { signal: signal ?? null });
    const data = isRecord(body) ? body['data'] : undefined;
    return data === null ? null : understood(isRecord(data) ? readText(data['tld']) : undefined);
  }

  async function connect(
    body: CreateConnectionBody,
    known: readonly string[],
    onProgress: (report: ProgressReport) => void,
  ): Promise<Connection> {
    const response = await request('/connect/connections', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: `${PROGRESS_MEDIA_TYPE}, application/json` },
      body: JSON.stringify(body),
    });
    const streamed = response.headers.get('Content-Type')?.startsWith(PROGRESS_MEDIA_TYPE) === true;
    if (!streamed || !response.body) return understood(readConnection(await readJson(response)));
    try {
      for await (const event of readStream(response.body)) {
        if (event.type === 'progress') onProgress(event);
        else if (event.status < 300) return understood(readConnection(event.body));
        else throw new RequestFailed(readFailure(event.body));
      }
    } catch (thrown) {
      // Whatever else is thrown is the line that broke, and so is an end without a result.
      if (thrown instanceof RequestFailed) throw thrown;
    }
    return recover(body.integration_id, known);
  }

  /** Asks whether the connection was made although its answer never came. */
  async function recover(integrationId: string, known: readonly string[]): Promise<Connection> {
    const session = await getSession().catch(() => undefined);
    const made = session?.connections.findLast((row) => row.integrationId === integrationId && !known.includes(row.connectionId));
    if (!made) throw new RequestFailed(ownFailure('connection_interrupted'));
    return { ...made, environment: undefined, access: [], notices: [] };
  }

  return { ask, getSession, findRegion, connect };
}

async function readJson(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new RequestFailed(readFailure(body));
  return body;
}
