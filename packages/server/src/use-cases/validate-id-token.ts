import { buildEndpoints, explainFailure, type ProviderInput } from '@latchkey/providers';
import { explainedError } from '../errors.ts';
import { buildKeysRequest, isIdTokenValid, readKeys, type ExpectedIdToken } from '../oauth/id-token.ts';
import { readProviderAnswer } from '../oauth/read-provider-answer.ts';
import type { Received } from '../oauth/send.ts';
import type { Deps, KnownIntegration } from './deps.ts';

/** Pause before the keys are asked for once more, in milliseconds. */
const PAUSE_MS = 500;

/**
 * Makes sure that an ID token is one for this sign-in, with the keys of the provider's table.
 *
 * @throws {ConnectError} The provider's explanation, of `id_token_invalid` or of why there are no keys.
 */
export async function validateIdToken(
  deps: Deps,
  { definition, hosts }: KnownIntegration,
  config: ProviderInput,
  idToken: string | undefined,
  expected: Omit<ExpectedIdToken, 'now'>,
): Promise<void> {
  const { jwks } = buildEndpoints(definition, hosts, config);
  if (idToken === undefined || jwks === undefined) throw explainedError(explainFailure(definition, [], ['id_token_invalid']));
  const received = await fetchKeys(deps, jwks);
  const keys = readKeys(received);
  if (keys === undefined) {
    const answer = readProviderAnswer('api', received, deps.clock.now());
    throw explainedError(explainFailure(definition, [{ transport: 'invalid', ...answer }]));
  }
  const isValid = await isIdTokenValid(idToken, keys, { ...expected, now: deps.clock.now() });
  if (!isValid) throw explainedError(explainFailure(definition, [], ['id_token_invalid']));
}

/** The code is spent by now, so a passing trouble is worth a second try. */
async function fetchKeys({ send, clock }: Deps, url: string): Promise<Received> {
  const first = await send(buildKeysRequest(url));
  if (readKeys(first) !== undefined) return first;
  await clock.sleep(PAUSE_MS);
  return send(buildKeysRequest(url));
}
