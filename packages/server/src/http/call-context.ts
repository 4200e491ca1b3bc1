import type { Response } from 'express';
import type { ConnectSession } from '../core/connect-session.ts';
import type { Principal } from '../core/principal.ts';
import type { CallContext } from '../use-cases/open-operation.ts';
import { readRequestId } from './request-id.ts';

/** Says for the request log who calls. A route that anybody may call is called by the browser of whoever it is. */
export function describeCall(response: Response, principal: Principal | undefined, session: ConnectSession | undefined): CallContext {
  const requestId = readRequestId(response);
  if (principal !== undefined) {
    const { kind, id, name } = principal;
    return { requestId, caller: { type: kind === 'key' ? 'secret_key' : 'console', id, name } };
  }
  return { requestId, caller: { type: 'connect_session', id: session?.sessionId } };
}
