import type { NextFunction, Request, Response, Router } from 'express';
import express from 'express';
import { describeEnvironment } from './environments.ts';
import type { SandboxState } from './sandbox-state.ts';
import type { Scenario } from './scenario.ts';
import { STEPS } from './scenario.ts';
import type { ScenarioTarget } from './scenarios.ts';
import { scenarios } from './scenarios.ts';

/**
 * The sandbox's own HTTP API, for tests in other processes and for its page.
 *
 * `GET /environments` · `GET /requests` · `GET /scenarios` · `DELETE /scenarios` · `GET|PUT|DELETE /scenarios/{id}` · `GET /switches` ·
 * `PUT /switches/{name}` with `{ "value": … }`. A `PUT` takes the target as its JSON body, a `DELETE` as its query.
 */
export function createControl(state: SandboxState): Router {
  const router = express.Router();
  // Security: only JSON is read, which a foreign page cannot send here without asking first.
  router.use(express.json({ limit: '16kb' }));
  router.get('/environments', (_request, response) => void response.json({ data: state.environments.map(describeEnvironment) }));
  router.get('/requests', (_request, response) => void response.json({ data: state.requests }));
  router.get('/scenarios', (_request, response) => void response.json({ data: scenarios.map((one) => describeScenario(state, one)) }));
  router.delete('/scenarios', (request, response) => {
    state.scenarios.clear(undefined, readScope(request.query));
    response.status(204).end();
  });
  router.get('/scenarios/:id', (request, response) => sendScenario(state, response, request.params.id));
  router.put('/scenarios/:id', (request, response) => {
    state.scenarios.set(request.params.id, readTarget(request.body));
    sendScenario(state, response, request.params.id);
  });
  router.delete('/scenarios/:id', (request, response) => {
    state.scenarios.clear(request.params.id, readScope(request.query));
    response.status(204).end();
  });
  router.get('/switches', (_request, response) => void response.json({ data: state.switches.list() }));
  router.put('/switches/:name', (request, response) => {
    const { value } = readMembers(request.body, ['value']);
    state.switches.set(request.params.name, value ?? '');
    response.json({ data: state.switches.list().find(({ name }) => name === request.params.name) });
  });
  router.use(sendError);
  return router;
}

function describeScenario(state: SandboxState, { id, title, does, reach, shownBy, steps, times, effects }: Scenario): object {
  const active = state.scenarios.list().filter((one) => one.id === id);
  return { id, title, does, reach, shownBy, steps, times, variants: Object.keys(effects), active };
}

function sendScenario(state: SandboxState, response: Response, id: string): void {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new RangeError(`There is no scenario "${id}".`);
  response.json({ data: describeScenario(state, scenario) });
}

function readTarget(body: unknown): ScenarioTarget {
  const { times, step: text, ...rest } = readMembers(body, ['environmentId', 'clientId', 'step', 'variant', 'times']);
  const step = STEPS.find((step) => step === text);
  if (step !== text) throw new RangeError(`There is no step "${text}". Use one of: ${STEPS.join(', ')}.`);
  return { ...rest, ...(step && { step }), ...(times !== undefined && { times: Number(times) }) };
}

function readScope(query: unknown): Pick<ScenarioTarget, 'environmentId' | 'clientId'> {
  return readMembers(query, ['environmentId', 'clientId']);
}

/** Reads the named members as text. @throws {RangeError} When there are others, or one is neither text nor a number. */
function readMembers<Name extends string>(raw: unknown, names: readonly Name[]): { readonly [Member in Name]?: string } {
  const members: { [Member in Name]?: string } = {};
  for (const [given, value] of Object.entries(typeof raw === 'object' && raw !== null ? raw : {})) {
    const name = names.find((name) => name === given);
    if (name === undefined) throw new RangeError(`"${given}" is not known here. Use: ${names.join(', ')}.`);
    if (typeof value !== 'string' && typeof value !== 'number') throw new RangeError(`"${name}" must be text or a number.`);
    members[name] = String(value);
  }
  return members;
}

function sendError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (error instanceof RangeError) response.status(400).json({ error: { message: error.message } });
  else next(error);
}
