import type { ServerResponse } from 'node:http';
import type { Application, Environment } from './environments.ts';
import type { Denial, PlatformError } from './error-bodies.ts';
import type { SwitchValues } from './switches.ts';

/** The kinds of request that the sandbox answers. */
export const STEPS = ['discovery', 'jwks', 'token', 'api'] as const;

/** A kind of request that the sandbox answers. */
export type Step = (typeof STEPS)[number];

/** When a scenario acts: the sandbox's clock now, and when the scenario was switched on. */
export interface Moment {
  readonly now: Date;
  readonly setAt: Date;
}

/** What a scenario changes. Each part acts alone; most scenarios have one. */
export interface ScenarioEffect {
  /** Answers in place of PingOne, or does not answer. */
  readonly answer?: (response: ServerResponse, correlationId: string, moment: Moment) => void;
  /** The environment is not there. */
  readonly hidesEnvironment?: true;
  /** The application is another than it is: what follows comes from PingOne's ordinary checks. */
  readonly pretend?: (application: Application, moment: Moment) => Application | undefined;
  /** The switches stand so, for this request. */
  readonly switches?: Partial<SwitchValues>;
  /** The token endpoint refuses a request that passed all checks. */
  readonly deny?: Denial;
  /** The API refuses a request that passed all checks. */
  readonly refuse?: PlatformError;
  /** The access token says this instead. */
  readonly claims?: (environment: Environment) => Readonly<Record<string, unknown>>;
}

/** One way in which PingOne answers otherwise than one hopes. */
export interface Scenario {
  /** For a failure of the catalogue, its code. */
  readonly id: string;
  readonly title: string;
  /** What a caller sees. */
  readonly does: string;
  /** How to meet it without switching it on. */
  readonly reach?: string;
  /** The application of the first seeded environment that shows it by itself. */
  readonly shownBy?: string;
  /** The requests that it touches; empty when it depends on what is typed alone, and cannot be switched on. */
  readonly steps: readonly Step[];
  /** How many requests it touches unless told otherwise; `undefined` for all. */
  readonly times?: number;
  /** By variant; the first is the default. No name may be a number: JavaScript would put it first. */
  readonly effects: Readonly<Record<string, ScenarioEffect>>;
}
