import { createHash, randomUUID } from 'node:crypto';
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { deriveId } from './derive-identity.ts';
import type { Environment } from './environments.ts';
import type { IssuePlan } from './issue-plan.ts';
import { readScopes } from './judge-scopes.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildUserClaims } from './user-claims.ts';

/** How long an ID token lives, in seconds. */
const ID_TOKEN_SECONDS = 3600;

/** What `offline_access` is called behind the door, where the name alone would ask for consent. */
const OFFLINE_BEHIND = 'p1:offline_access';

/** The sign-on from which a user's tokens come. */
export interface SignOn {
  readonly accountId?: string | undefined;
  readonly sessionUid?: string | undefined;
  readonly scope?: string | undefined;
  readonly authTime?: number | undefined;
  readonly acr?: string | undefined;
  readonly amr?: string[] | undefined;
  readonly nonce?: string | undefined;
}

/** Names scopes as the provider behind the door knows them. */
export function nameScopesBehind(scopes: readonly string[]): string {
  return scopes.map((scope) => (scope === 'offline_access' ? OFFLINE_BEHIND : scope)).join(' ');
}

/** Names scopes as everybody knows them. */
export function nameScopes(scope: string): string {
  return readScopes(scope)
    .map((name) => (name === OFFLINE_BEHIND ? 'offline_access' : name))
    .join(' ');
}

/** Builds the claims of an access token. @param signOn `undefined` for a worker. */
// PingOne: a worker's token has neither "sub" nor "scope", and "aud" is a list.
export function buildAccessTokenClaims(
  state: SandboxState,
  environment: Environment,
  { issuer, accessTokenSeconds, claims }: IssuePlan,
  clientId: string | undefined,
  granted?: { readonly signOn: SignOn; readonly scope: string },
): JWTPayload {
  const issuedAt = readSeconds(state);
  const id = randomUUID();
  return {
    client_id: clientId,
    iss: issuer,
    jti: id,
    iat: issuedAt,
    exp: issuedAt + accessTokenSeconds,
    aud: [`https://api.pingone.${environment.region.topLevelDomain}`],
    ...(granted && { scope: nameScopes(granted.scope), sub: granted.signOn.accountId, ...describeSignOn(granted.signOn) }),
    env: environment.id,
    org: environment.organizationId,
    'p1.rid': id,
    ...claims,
  };
}

/** The members of the provider's token answer that PingOne writes otherwise. */
interface TokenAnswer {
  readonly access_token?: unknown;
  readonly refresh_token?: unknown;
  readonly id_token?: unknown;
  readonly scope?: unknown;
}

/** Turns the provider's answer to a user's code or refresh token into PingOne's. */
export async function dressTokenAnswer(
  state: SandboxState,
  environment: Environment,
  plan: IssuePlan,
  answer: TokenAnswer,
  signOn: SignOn,
): Promise<Readonly<Record<string, unknown>>> {
  const { access_token: accessToken, refresh_token: refreshToken, id_token: idToken, scope } = answer;
  return {
    ...answer,
    ...(typeof scope === 'string' && { scope: nameScopes(scope) }),
    ...(typeof refreshToken === 'string' && { refresh_token: await writeRefreshToken(state, plan, refreshToken, signOn) }),
    ...(typeof idToken === 'string' && { id_token: await writeIdToken(state, environment, plan, idToken, String(accessToken), signOn) }),
  };
}

/** Finds the opaque value of a refresh token, whatever its format. */
export async function readRefreshToken(state: SandboxState, refreshToken: string): Promise<string> {
  if (refreshToken.split('.').length !== 3) return refreshToken;
  try {
    // How long it lives is for the provider behind the door to say.
    const { payload } = await jwtVerify(refreshToken, state.keys.publicKey, { algorithms: ['RS256'], currentDate: new Date(0) });
    return payload.jti ?? refreshToken;
  } catch {
    return refreshToken;
  }
}

function writeRefreshToken(state: SandboxState, plan: IssuePlan, value: string, signOn: SignOn): Promise<string> | string {
  if (plan.switches.refresh_token_format === 'opaque') return value;
  return sign(state, {
    sub: signOn.accountId,
    jti: value,
    exp: readSeconds(state) + plan.refreshTokenSeconds,
    scope: nameScopes(signOn.scope ?? ''),
    ...describeSignOn(signOn),
    amr: signOn.amr,
    iss: plan.issuer,
  });
}

async function writeIdToken(
  state: SandboxState,
  environment: Environment,
  plan: IssuePlan,
  idToken: string,
  accessToken: string,
  signOn: SignOn,
): Promise<string> {
  const { aud, nonce } = decodeJwt(idToken);
  const user = environment.directory.find(({ id }) => id === signOn.accountId);
  const issuedAt = readSeconds(state);
  const token = await sign(state, {
    iss: plan.issuer,
    aud,
    iat: issuedAt,
    exp: issuedAt + ID_TOKEN_SECONDS,
    nonce,
    amr: signOn.amr,
    at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
    ...describeSignOn(signOn),
    ...(user && buildUserClaims(environment, user, new Set(readScopes(signOn.scope)))),
    ...plan.idTokenClaims,
  });
  return plan.spoilsIdTokenSignature ? swapSignature(token, await sign(state, {})) : token;
}

function swapSignature(token: string, other: string): string {
  return [...token.split('.').slice(0, 2), other.split('.')[2]].join('.');
}

function describeSignOn({ sessionUid, authTime, acr }: SignOn): JWTPayload {
  return { sid: sessionUid === undefined ? undefined : deriveId(`session:${sessionUid}`), auth_time: authTime, acr };
}

function sign(state: SandboxState, claims: JWTPayload): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'default' }).sign(state.keys.privateJwk);
}

function readSeconds(state: SandboxState): number {
  return Math.floor(state.clock().getTime() / 1000);
}
