import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { PresentedClient } from './read-client-credentials.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Step } from './scenario.ts';
import type { SandboxState } from './sandbox-state.ts';
import type { ScenarioMatch } from './scenarios.ts';

/** One request and its answer to be. */
export interface Exchange {
  readonly correlationId: string;
  /** The scenarios that act on it. */
  readonly matches: readonly ScenarioMatch[];
  /** Whether a scenario has answered already, or decided not to. */
  readonly answered: boolean;
}

/** What is known about a request before it is judged. */
export interface ExchangeFacts {
  readonly step?: Step;
  readonly environmentId?: string;
  readonly presented: PresentedClient;
}

/** Begins an exchange: gives it a correlation ID, logs it, and lets the scenarios act that answer in PingOne's place. */
export function beginExchange(state: SandboxState, request: Request, response: Response, facts: ExchangeFacts): Exchange {
  const correlationId = randomUUID();
  response.set({ 'correlation-id': correlationId, 'x-amzn-requestid': correlationId });
  const { step, environmentId, presented } = facts;
  const { clientId, authMethod } = presented;
  const about = { ...(environmentId !== undefined && { environmentId }), ...(clientId !== undefined && { clientId }) };
  const matches = step === undefined ? [] : state.scenarios.take({ step, ...about });
  const entry: LoggedRequest = {
    at: state.clock().toISOString(),
    method: request.method,
    path: `${request.baseUrl}${request.path}`,
    ...(step !== undefined && { step }),
    ...about,
    ...(authMethod !== undefined && { authMethod }),
    correlationId,
    scenarios: matches.map(({ id }) => id),
  };
  state.addRequest(entry);
  const noteStatus = (): void => {
    // An answer that never begins has no status.
    if (response.headersSent) entry.status = response.statusCode;
  };
  response.once('finish', noteStatus).once('close', noteStatus);
  const taker = matches.find(({ effect }) => effect.answer);
  taker?.effect.answer?.(response, correlationId, taker.moment);
  return { correlationId, matches, answered: taker !== undefined };
}
