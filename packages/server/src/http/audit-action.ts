import type { Response } from 'express';
import type { Principal } from '../core/principal.ts';
import { describeActor, type Audit } from '../use-cases/audit.ts';
import { toConnectError } from './format-error.ts';
import type { Answer } from './route.ts';
import { readRequestId } from './request-id.ts';

/** What somebody is about to do. */
interface Action {
  readonly principal: Principal;
  /** Method and path of the route. */
  readonly action: string;
  /** What the path names. */
  readonly params: Readonly<Record<string, string>>;
  readonly response: Response;
}

/** Does something, and writes down that it was done, or why not, before anybody is answered. */
export async function auditAction<Answered extends Answer | void>(
  audit: Audit,
  { principal, action, params, response }: Action,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const values = Object.values(params);
  const requestId = readRequestId(response);
  const record = (status: number): Promise<void> =>
    audit.record({
      actor: describeActor(principal),
      action,
      target: values.length === 0 ? undefined : values.join('/'),
      status,
      requestId,
    });
  let answer: Answered;
  try {
    answer = await work();
  } catch (error) {
    await record(toConnectError(error).status);
    throw error;
  }
  await record(answer?.status ?? response.statusCode);
  return answer;
}
