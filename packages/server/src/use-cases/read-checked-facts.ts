import { explainFailure, type Provider, type ProviderInput, type TokenFacts } from '@latchkey/providers';
import { findEnvironmentField } from '../core/form-fields.ts';
import type { TokenSet } from '../core/token-set.ts';
import { explainedError } from '../errors.ts';
import { readTokenClaims } from '../oauth/read-token-claims.ts';

/**
 * Reads what an access token says of itself, and makes sure that it is one for the environment that was named. A token that says nothing is taken
 * as it is.
 *
 * @throws {ConnectError} The provider's explanation of `token_for_other_environment`.
 */
export function readCheckedFacts(definition: Provider, input: ProviderInput, { accessToken }: Pick<TokenSet, 'accessToken'>): TokenFacts {
  const facts = definition.readTokenFacts(readTokenClaims(accessToken));
  const field = findEnvironmentField(definition.form);
  if (field && facts.environmentId !== undefined && facts.environmentId.toLowerCase() !== input[field.name]) {
    throw explainedError(explainFailure(definition, [], ['token_for_other_environment']));
  }
  return facts;
}
