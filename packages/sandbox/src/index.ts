/** A PingOne to test against: the same endpoints, manners and mistakes, on your own machine. */

export { createSandbox } from './create-sandbox.ts';
export type { Sandbox, SandboxOptions } from './create-sandbox.ts';
export { rotateSecret } from './derive-identity.ts';
export type { AuthMethod, EnvironmentSeed, SandboxEnvironment, WebAppSeed, WorkerSeed } from './environments.ts';
export type { LoggedRequest } from './request-log.ts';
export type { Scenario, ScenarioEffect, Step } from './scenario.ts';
export { scenarios } from './scenarios.ts';
export type { ScenarioTarget } from './scenarios.ts';
export { defaultSeeds } from './seeds.ts';
