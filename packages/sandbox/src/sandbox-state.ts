import type { Application, Environment } from './environments.ts';
import type { LoggedRequest } from './request-log.ts';
import type { ScenarioBoard, ScenarioMatch } from './scenarios.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { SwitchBoard } from './switches.ts';

/** What all parts of one sandbox share. */
export interface SandboxState {
  /** Where the sandbox listens, without a slash at the end. */
  readonly url: string;
  readonly environments: readonly Environment[];
  readonly scenarios: ScenarioBoard;
  readonly switches: SwitchBoard;
  readonly keys: SigningKeys;
  readonly clock: () => Date;
  readonly requests: readonly LoggedRequest[];
  readonly addRequest: (entry: LoggedRequest) => void;
  readonly log: (message: string) => void;
}

/** Finds an environment in the region that a top-level domain names. */
export function findEnvironment(state: SandboxState, topLevelDomain: string, environmentId: string): Environment | undefined {
  return state.environments.find(({ id, region }) => id === environmentId && region.topLevelDomain === topLevelDomain);
}

/** Finds an application as the matching scenarios make it look. */
export function findApplication(
  environment: Environment,
  clientId: string | undefined,
  matches: readonly ScenarioMatch[],
): Application | undefined {
  let application = environment.applications.find((one) => one.clientId === clientId);
  for (const { effect, moment } of matches) {
    if (application && effect.pretend) application = effect.pretend(application, moment);
  }
  return application;
}

/** The address of an environment's sign-on pages, with a slash at the end. */
export function buildSignOnUrl(state: SandboxState, { id, region }: Environment): string {
  return `${state.url}/apps/${region.topLevelDomain}/${id}/signon/`;
}

/** The issuer of an environment's tokens. */
export function buildIssuer(state: SandboxState, { id, region }: Environment): string {
  return `${state.url}/auth/${region.topLevelDomain}/${id}/as`;
}
