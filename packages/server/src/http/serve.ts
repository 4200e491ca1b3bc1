import { PROGRESS_MEDIA_TYPE, type KeyScope } from '@latchkey/protocol';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { ConnectSession } from '../core/connect-session.ts';
import type { ConsoleSession } from '../core/console-session.ts';
import { requireScope, type Principal } from '../core/principal.ts';
import { connectError, ConnectError } from '../errors.ts';
import type { Gate } from '../gate.ts';
import { logError } from '../log.ts';
import type { Deps } from '../use-cases/deps.ts';
import { getConnectSession } from '../use-cases/get-connect-session.ts';
import { auditAction } from './audit-action.ts';
import { authenticateBackend } from './authenticate-backend.ts';
import { authenticateConsole } from './authenticate-console.ts';
import { readBearer, type CheckSecretKey } from './authenticate.ts';
import { describeCall } from './call-context.ts';
import { formatError, toConnectError } from './format-error.ts';
import { createProgressStream } from './progress-stream.ts';
import type { RateLimits } from './rate-limits.ts';
import { readQuery } from './read-query.ts';
import { nameAction, type Answer, type Route } from './route.ts';
import { sendJson } from './send-json.ts';
import { readRequestId } from './request-id.ts';

/** Longest body, in bytes. The longest sensible one is a tenth of it. */
const MAX_BODY_BYTES = 100_000;

const parseJson = express.json({ limit: MAX_BODY_BYTES, inflate: false, strict: false });

/** What serving a request needs. */
export interface ServeParts {
  readonly deps: Deps;
  readonly gate: Gate;
  readonly limits: RateLimits;
  readonly checkSecretKey: CheckSecretKey;
}

/** Who calls a route. */
interface Caller {
  readonly session?: ConnectSession;
  readonly consoleSession?: ConsoleSession;
  readonly principal?: Principal;
}

/** Makes request handlers of routes: who calls, how often, what is sent, and only then the work. */
export function createServe(parts: ServeParts): (route: Route) => RequestHandler {
  const { deps, gate, limits } = parts;

  const authenticateSession = async (request: Request, response: Response): Promise<ConnectSession> => {
    try {
      return await getConnectSession(deps, readBearer(request.headers.authorization));
    } catch (error) {
      if (error instanceof ConnectError && error.status === 401) await limits.failedAuthentication(request, response);
      throw error;
    }
  };

  return (route) => {
    const ownLimit =
      route.perMinute === undefined ? undefined : limits.forRoute(route.perMinute, route.caller === 'browser' ? 'session' : 'address');
    const changes = route.method !== 'GET';
    if (route.caller === 'backend' && route.scope === undefined) {
      throw new TypeError(`${route.method} ${route.path} is for backends and names no scope.`);
    }

    const authenticate = async (request: Request, response: Response): Promise<Caller> => {
      switch (route.caller) {
        case 'anyone':
          return {};
        case 'browser':
          return { session: await authenticateSession(request, response) };
        case 'console':
          return authenticateConsole(deps, request, changes);
        default:
          return { principal: await authenticateBackend(parts, request, response, changes) };
      }
    };

    const answer = async (
      { session, consoleSession, principal }: Caller,
      request: Request,
      response: Response,
    ): Promise<Answer | undefined> => {
      if (principal !== undefined) for (const scope of listScopes(route)) requireScope(principal, scope);
      if (route.caller === 'browser') await limits.session(request, response);
      await ownLimit?.(request, response);
      const body = route.method === 'POST' || route.method === 'PATCH' ? await receiveBody(request, response) : undefined;

      const stream = route.streams && wantsProgress(request) ? createProgressStream(response) : undefined;
      const input = {
        deps,
        session,
        consoleSession,
        principal,
        params: readParams(request),
        query: readQuery(request.url),
        body,
        origin: request.headers.origin,
      };
      try {
        const answer = await deps.requestLog.withCaller(describeCall(response, principal, session), () =>
          route.run({ ...input, onProgress: stream?.onProgress ?? (() => undefined) }, { request, response }),
        );
        if (answer === undefined || !stream?.begun()) return answer;
        stream.end(answer.status, answer.body);
      } catch (thrown) {
        if (!stream?.begun()) throw thrown;
        const error = toConnectError(thrown);
        const requestId = readRequestId(response);
        logError(deps.logger, error, requestId);
        stream.end(error.status, formatError(error, requestId));
      }
      return undefined;
    };

    return (request, response) =>
      gate.enter(async () => {
        const caller = await authenticate(request, response);
        const { principal } = caller;
        const work = () => answer(caller, request, response);
        const answered = await (principal !== undefined && changes
          ? auditAction(deps.audit, { principal, action: nameAction(route), params: readParams(request), response }, work)
          : work());
        if (answered !== undefined) sendJson(response, answered.status, answered.body);
      });
  };
}

function listScopes({ scope, otherScopes }: Route): readonly KeyScope[] {
  return scope === undefined ? [] : [scope, ...otherScopes];
}

function readParams({ params }: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

function wantsProgress(request: Request): boolean {
  return request.accepts(['application/json', PROGRESS_MEDIA_TYPE]) === PROGRESS_MEDIA_TYPE;
}

/** Reads a JSON body, unless the host app has done so already. */
async function receiveBody(request: Request, response: Response): Promise<unknown> {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody) return undefined;
  if (request.is('application/json') !== 'application/json') throw connectError('invalid_content_type');
  await new Promise<void>((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  return request.body;
}
