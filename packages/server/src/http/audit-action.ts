import type { Response } from 'express';
import type { AuditEntry } from '../core/audit.ts';
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
export function auditAction<Answered extends Answer | void>(
  audit: Audit,
  { principal, action, params, response }: Action,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const values = Object.values(params);
  const target = values.length === 0 ? undefined : values.join('/');
  const done = { actor: describeActor(principal), action, target, requestId: readRequestId(response) };
  return auditWork(audit, done, work, (answer) => answer?.status ?? response.statusCode);
}

/** The same, whoever does it. @param readStatus Tells the status of the route that does the same, once it is done. */
export async function auditWork<Result>(
  audit: Audit,
  done: Omit<AuditEntry, 'at' | 'status'>,
  work: () => Promise<Result>,
  readStatus: (result: Result) => number,
): Promise<Result> {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    await audit.record({ ...done, status: toConnectError(error).status });
    throw error;
  }
  await audit.record({ ...done, status: readStatus(result) });
  return result;
}
