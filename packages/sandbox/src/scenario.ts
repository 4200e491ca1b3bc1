import type { ServerResponse } from 'node:http';
import type { Application, Environment } from './environments.ts';
import type { Denial, PlatformError } from './error-bodies.ts';
import type { SwitchValues } from './switches.ts';

/** The kinds of request that the sandbox answers. */
export const STEPS = [
  'discovery',
  'jwks',
  'authorize',
  'sign-on',
  'resume',
  'token',
  'userinfo',
  'introspect',
  'revoke',
  'signoff',
  'api',
] as const;

/** A kind of request that the sandbox answers. */
export type Step = (typeof STEPS)[number];

/** When a scenario acts: the sandbox's clock now, and when the scenario was switched on. */
export interface Moment {
  readonly now: Date;
  readonly setAt: Date;
}

/** What became of a code or refresh token before it is presented. */
export type Fate = 'expired' | 'used' | 'revoked' | 'session-ended';

/** What a scenario changes. Each part acts alone; most scenarios have one. */
export interface ScenarioEffect {
  /** Answers in place of PingOne, or does not answer. */
  readonly answer?: (response: ServerResponse, correlationId: string, moment: Moment) => void;
  /** The environment is not there. */
  readonly hidesEnvironment?: true;
  /** The region in which the environment lives does not give out its metadata. */
  readonly hidesMetadata?: true;
  /** The application is another than it is: what follows comes from PingOne's ordinary checks. */
  readonly pretend?: (application: Application, moment: Moment) => Application | undefined;
  /** The switches stand so, for this request. */
  readonly switches?: Partial<SwitchValues>;
  /** The answer comes so much later, in milliseconds. */
  readonly delayMs?: number;
  /** Headers that the answer has besides. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The person is asked to consent, or is taken to have refused. */
  readonly consent?: 'asked' | 'refused';
  /** The environment's issuer is another: in its metadata, tokens and authorization responses. */
  readonly issuer?: (issuer: string, environment: Environment) => string;
  /** The authorization response names another issuer than the tokens do. */
  readonly responseIssuer?: (issuer: string, environment: Environment) => string;
  /** How long the access tokens that are given live, in seconds. */
  readonly accessTokenSeconds?: number;
  /** How long the refresh tokens that are given live, in seconds. */
  readonly refreshTokenSeconds?: number;
  /** What became of the code that is presented. */
  readonly codeFate?: Fate;
  /** What became of the refresh token that is presented. */
  readonly refreshTokenFate?: Fate;
  /** The tokens are issued, and the answer gets lost. */
  readonly losesAnswer?: true;
  /** The authorization endpoint and the token endpoint refuse a request that passed all checks. */
  readonly deny?: Denial;
  /** The API refuses a request that passed all checks. */
  readonly refuse?: PlatformError;
  /** The access token says this instead. */
  readonly claims?: (environment: Environment) => Readonly<Record<string, unknown>>;
  /** The ID token says this instead. */
  readonly idTokenClaims?: (now: Date) => Readonly<Record<string, unknown>>;
  /** The ID token carries a signature that is not its own. */
  readonly spoilsIdTokenSignature?: true;
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
