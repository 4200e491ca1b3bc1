import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PresentedClient } from './read-client-credentials.ts';
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
  readonly path: string;
  readonly step?: Step;
  readonly environmentId?: string;
  readonly presented: PresentedClient;
}

/** Begins an exchange: gives it a correlation ID, logs it, and lets the scenarios act that answer in PingOne's place. */
export function beginExchange(state: SandboxState, request: IncomingMessage, response: ServerResponse, facts: ExchangeFacts): Exchange {
  const correlationId = randomUUID();
  response.setHeader('correlation-id', correlationId);
  const { path, step, environmentId, presented } = facts;
  const { clientId, authMethod } = presented;
  const about = { ...(environmentId !== undefined && { environmentId }), ...(clientId !== undefined && { clientId }) };
  const matches = step === undefined ? [] : state.scenarios.take({ step, ...about });
  const entry = {
    at: state.clock().toISOString(),
    method: request.method ?? '',
    path,
    ...(step !== undefined && { step }),
    ...about,
    ...(authMethod !== undefined && { authMethod }),
    correlationId,
    scenarios: matches.map(({ id }) => id),
    status: undefined as number | undefined,
  };
  state.addRequest(entry);
  // An answer that never begins has no status.
  response.once('close', () => {
    if (response.headersSent) entry.status = response.statusCode;
  });
  response.once('finish', () => {
    entry.status = response.statusCode;
  });
  const taker = matches.find(({ effect }) => effect.answer);
  taker?.effect.answer?.(response, correlationId, taker.moment);
  return { correlationId, matches, answered: taker !== undefined };
}
