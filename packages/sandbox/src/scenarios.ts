import { applicationScenarios } from './application-scenarios.ts';
import { environmentScenarios } from './environment-scenarios.ts';
import { grantScenarios } from './grant-scenarios.ts';
import { outageScenarios } from './outage-scenarios.ts';
import type { Moment, Scenario, ScenarioEffect, Step } from './scenario.ts';
import { signOnScenarios } from './sign-on-scenarios.ts';

/** Every scenario, in the order in which people read them. */
export const scenarios: readonly Scenario[] = [
  ...applicationScenarios,
  ...environmentScenarios,
  ...signOnScenarios,
  ...grantScenarios,
  ...outageScenarios,
];

/**
 * Which requests a scenario touches. What is left out does not matter.
 *
 * A request that does not tell its client, such as one for the discovery document, is not touched by a target that names a client.
 */
export interface ScenarioTarget {
  readonly environmentId?: string;
  readonly clientId?: string;
  /** One of the scenario's steps. */
  readonly step?: Step;
  /** One of the scenario's variants. @default the first one */
  readonly variant?: string;
  /** How many requests it touches before it switches itself off. @default the scenario's own number, or all */
  readonly times?: number;
}

/** A scenario that is switched on. */
export interface ActiveScenario extends ScenarioTarget {
  readonly id: string;
  readonly variant: string;
  readonly setAt: Date;
}

/** The request for which scenarios are looked up. */
interface ScenarioRequest {
  readonly step: Step;
  readonly environmentId?: string;
  readonly clientId?: string;
}

/** What acts on one request. */
export interface ScenarioMatch {
  readonly id: string;
  readonly effect: ScenarioEffect;
  readonly moment: Moment;
}

/** The scenarios of one sandbox. */
export interface ScenarioBoard {
  /** @throws {RangeError} When there is no such scenario, or it has no such variant or step, or it cannot be switched on. */
  readonly set: (id: string, target?: ScenarioTarget) => void;
  /** Switches off one scenario, or all: everywhere, or for one environment or client. */
  readonly clear: (id?: string, target?: Pick<ScenarioTarget, 'environmentId' | 'clientId'>) => void;
  readonly list: () => ActiveScenario[];
  /** Finds what acts on a request, and counts the request. */
  readonly take: (request: ScenarioRequest) => ScenarioMatch[];
}

/** Makes a board on which nothing is switched on. */
export function createScenarioBoard(clock: () => Date): ScenarioBoard {
  let active: ActiveScenario[] = [];
  return {
    set: (id, target = {}) => {
      const scenario = findScenario(id);
      const variant = target.variant ?? Object.keys(scenario.effects)[0] ?? '';
      check(scenario, { ...target, variant });
      const times = target.times ?? scenario.times;
      active = active.filter((one) => one.id !== id || one.environmentId !== target.environmentId || one.clientId !== target.clientId);
      active.push({ ...target, id, variant, setAt: clock(), ...(times !== undefined && { times }) });
    },
    clear: (id, target = {}) => {
      if (id !== undefined) findScenario(id);
      active = active.filter((one) => (id !== undefined && one.id !== id) || !covers(target, one));
    },
    list: () => [...active],
    take: (request) => {
      const touched = active.filter((one) => findScenario(one.id).steps.includes(request.step) && covers(one, request));
      active = active.flatMap((one) => {
        if (one.times === undefined || !touched.includes(one)) return [one];
        return one.times > 1 ? [Object.assign({}, one, { times: one.times - 1 })] : [];
      });
      return touched.map(({ id, variant, setAt }) => {
        return { id, effect: findScenario(id).effects[variant] ?? {}, moment: { now: clock(), setAt } };
      });
    },
  };
}

/** Tells whether a target, whose missing parts do not matter, covers a request or another target. */
function covers(target: Partial<ScenarioRequest>, request: Partial<ScenarioRequest>): boolean {
  return (['step', 'environmentId', 'clientId'] as const).every((part) => target[part] === undefined || target[part] === request[part]);
}

function findScenario(id: string): Scenario {
  const scenario = scenarios.find((scenario) => scenario.id === id);
  if (!scenario) throw new RangeError(`There is no scenario "${id}". Use one of: ${scenarios.map(({ id }) => id).join(', ')}.`);
  return scenario;
}

function check(scenario: Scenario, { step, variant, times }: ScenarioTarget & { readonly variant: string }): void {
  const { id, steps, effects, reach } = scenario;
  if (steps.length === 0) throw new RangeError(`The scenario "${id}" depends on what is typed, and cannot be switched on. ${reach ?? ''}`);
  if (!Object.hasOwn(effects, variant)) {
    throw new RangeError(`The scenario "${id}" has no variant "${variant}". Use one of: ${Object.keys(effects).join(', ')}.`);
  }
  if (step !== undefined && !steps.includes(step)) {
    throw new RangeError(`The scenario "${id}" does not touch the step "${step}". Use one of: ${steps.join(', ')}.`);
  }
  if (times !== undefined && (!Number.isSafeInteger(times) || times < 1)) {
    throw new RangeError('"times" must be a whole number from 1.');
  }
}
