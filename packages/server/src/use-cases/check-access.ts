import type { AccessResult } from '@latchkey/protocol';
import {
  buildEndpoints,
  explainFailure,
  fillUrl,
  type AccessCheck,
  type EnvironmentFacts,
  type ProviderAnswer,
  type ProviderInput,
} from '@latchkey/providers';
import { explainedError } from '../errors.ts';
import { readTokenClaims } from '../oauth/read-token-claims.ts';
import { buildApiRequest, readAccess, type AccessReading } from '../oauth/access-check.ts';
import type { Deps, KnownIntegration } from './deps.ts';

/** What a connection may do, as far as the provider said. */
export interface CheckedAccess {
  /** `undefined` when the connection may not read it. */
  readonly environment: EnvironmentFacts | undefined;
  /** One row a check. A check without a clear answer has no row: nothing is claimed that was not seen. */
  readonly access: readonly AccessResult[];
  /** The answers that were not clear. */
  readonly unclear: readonly ProviderAnswer[];
}

/** Pause before a token that was just given, and refused, is tried once more, in milliseconds. */
const REJECTED_PAUSE_MS = 1000;

/**
 * Finds out what a connection may do, by asking for each thing once, all at the same time.
 *
 * @throws {ConnectError} The provider's explanation, when its API does not accept the token at all.
 */
export async function checkAccess(
  deps: Deps,
  integration: KnownIntegration,
  input: ProviderInput,
  accessToken: string,
  onWaiting?: () => void,
): Promise<CheckedAccess> {
  let readings = await askAll(deps, integration, input, accessToken);
  if (readings.some(({ verdict }) => verdict === 'token_rejected')) {
    onWaiting?.();
    await deps.clock.sleep(REJECTED_PAUSE_MS);
    readings = await askAll(deps, integration, input, accessToken);
  }
  const rejected = readings.filter(({ verdict }) => verdict === 'token_rejected').map(({ answer }) => answer);
  if (rejected.length > 0) throw explainedError(explainFailure(integration.definition, rejected));
  return {
    environment: readings[0]?.environment,
    access: readings.flatMap(({ check, verdict, proxyPath }): AccessResult[] => {
      if (verdict === 'allowed') return [{ name: check.name, allowed: true, ...(proxyPath !== undefined && { proxy_path: proxyPath }) }];
      return verdict === 'denied' ? [{ name: check.name, allowed: false, remedy: check.remedy, guide_step: check.guideStep }] : [];
    }),
    unclear: readings.filter(({ verdict }) => verdict === 'unclear').map(({ answer }) => answer),
  };
}

function askAll(
  { send, clock }: Deps,
  { definition, hosts }: KnownIntegration,
  input: ProviderInput,
  accessToken: string,
): Promise<readonly (AccessReading & { readonly check: AccessCheck; readonly proxyPath: string | undefined })[]> {
  const { subject } = definition.readTokenFacts(readTokenClaims(accessToken));
  // What is asked about the user who signed in cannot be asked when the token does not tell who that is.
  const checks = definition.accessChecks.filter(({ url }) => subject !== undefined || !url.includes('{subject}'));
  const values = { ...input, ...(subject !== undefined && { subject }) };
  const { api } = buildEndpoints(definition, hosts, input);
  const ask = async (check: AccessCheck) => {
    const url = fillUrl(definition, hosts, check.url, values);
    const received = await send(buildApiRequest(url, accessToken));
    const proxyPath = url.startsWith(`${api}/`) ? url.slice(api.length) : undefined;
    return { check, proxyPath, ...readAccess(definition, received, clock.now()) };
  };
  return Promise.all(checks.map(ask));
}
