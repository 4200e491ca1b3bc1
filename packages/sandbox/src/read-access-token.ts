import { decodeJwt, jwtVerify } from 'jose';
import type { Environment } from './environments.ts';
import type { SandboxState } from './sandbox-state.ts';
import { buildIssuer } from './sandbox-state.ts';

/** Who calls the API, as the access token tells. */
export interface Actor {
  readonly environment: Environment;
  readonly clientId: string;
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
    const environment = state.environments.find((environment) => iss === buildIssuer(state, environment));
    if (environment?.region.topLevelDomain !== topLevelDomain) return undefined;
    const { payload } = await jwtVerify(token, state.keys.publicKey, {
      algorithms: ['RS256'],
      audience: `https://api.pingone.${topLevelDomain}`,
      currentDate: state.clock(),
    });
    return typeof payload['client_id'] === 'string' ? { environment, clientId: payload['client_id'] } : undefined;
  } catch {
    return undefined;
  }
}
