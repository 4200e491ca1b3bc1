import type { Application, Environment } from './environments.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer } from './sandbox-state.ts';
import type { ScenarioMatch } from './scenarios.ts';
import type { SwitchValues } from './switches.ts';

/** What one request is to be given, as the application, the scenarios and the switches have it. */
export interface IssuePlan {
  readonly application: Application | undefined;
  /** The issuer that tokens and authorization responses name. */
  readonly issuer: string;
  /** The issuer that the authorization response names; `undefined` when it names none. */
  readonly responseIssuer: string | undefined;
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  /** Claims that replace the access token's own. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Claims that replace the ID token's own. */
  readonly idTokenClaims: Readonly<Record<string, unknown>>;
  /** The ID token carries a signature that is not its own. */
  readonly spoilsIdTokenSignature: boolean;
  /** The tokens are issued, and the answer gets lost. */
  readonly losesAnswer: boolean;
  readonly switches: SwitchValues;
}

/** How long an access token lives, in seconds. */
const ACCESS_TOKEN_SECONDS = 3600;

/** Plans what a request is given. */
export function planIssue(
  state: SandboxState,
  environment: Environment,
  application: Application | undefined,
  matches: readonly ScenarioMatch[],
): IssuePlan {
  const effects = matches.map(({ effect }) => effect);
  const switches: SwitchValues = Object.assign({}, state.switches.read(), ...effects.map((effect) => effect.switches));
  const issuer = chooseIssuer(state, environment, matches);
  const foreign = effects.find((effect) => effect.responseIssuer)?.responseIssuer?.(issuer, environment);
  const namesIssuer = switches.authorization_response_iss === 'present' || issuer !== buildIssuer(state, environment);
  return {
    application,
    issuer,
    responseIssuer: foreign ?? (namesIssuer ? issuer : undefined),
    accessTokenSeconds: effects.find((effect) => effect.accessTokenSeconds)?.accessTokenSeconds ?? ACCESS_TOKEN_SECONDS,
    refreshTokenSeconds:
      effects.find((effect) => effect.refreshTokenSeconds)?.refreshTokenSeconds ?? application?.refreshTokens.lifetimeSeconds ?? 1,
    claims: Object.assign({}, ...effects.map((effect) => effect.claims?.(environment))),
    idTokenClaims: Object.assign({}, ...effects.map((effect) => effect.idTokenClaims?.(state.clock()))),
    spoilsIdTokenSignature: effects.some((effect) => effect.spoilsIdTokenSignature),
    losesAnswer: effects.some((effect) => effect.losesAnswer),
    switches,
  };
}

/** The issuer of an environment, unless a scenario gives it another. */
export function chooseIssuer(state: SandboxState, environment: Environment, matches: readonly ScenarioMatch[]): string {
  const issuer = buildIssuer(state, environment);
  return matches.find(({ effect }) => effect.issuer)?.effect.issuer?.(issuer, environment) ?? issuer;
}
