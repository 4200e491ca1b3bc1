import type { JWTPayload } from 'jose';
import { decodeJwt, jwtVerify } from 'jose';
import { buildCustomIssuer } from './custom-domain.ts';
import type { Environment } from './environments.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer } from './sandbox-state.ts';

/** Who calls the API, as the access token tells. */
export interface Actor {
  readonly environment: Environment;
  readonly clientId: string;
  /** All that the token says: `sub` and `scope` where it is a user's. */
  readonly claims: JWTPayload;
}

/** Checks an `Authorization` header: signature, issuer, audience and expiry. `undefined` when any of them is wrong. */
export async function readAccessToken(
  state: SandboxState,
  authorization: string | undefined,
  topLevelDomain: string,
): Promise<Actor | undefined> {
  const token = /^Bearer +([\w.-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  try {
    const { iss } = decodeJwt(token);
    // PingOne: an environment with a domain of its own goes on taking tokens of both issuers.
    const environment = state.environments.find((one) => iss === buildIssuer(state, one) || iss === buildCustomIssuer(one));
    if (environment?.region.topLevelDomain !== topLevelDomain) return undefined;
    const { payload } = await jwtVerify(token, state.keys.publicKey, {
      algorithms: ['RS256'],
      audience: `https://api.pingone.${topLevelDomain}`,
      currentDate: state.clock(),
    });
    return typeof payload['client_id'] === 'string' ? { environment, clientId: payload['client_id'], claims: payload } : undefined;
  } catch {
    return undefined;
  }
}
