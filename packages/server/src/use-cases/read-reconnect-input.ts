import type { ProviderForm, ProviderInput } from '@latchkey/providers';
import type { ConnectionKey } from '../core/connect-session.ts';
import { checkInput, type GivenInput } from '../core/provider-input.ts';
import { fillMissing, pickPrefill, refuseOtherIdentity } from '../core/reconnect-input.ts';
import { ConnectError } from '../errors.ts';
import type { StoredConnection } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { getReconnected } from './get-reconnected.ts';
import { openCredential } from './sealed-values.ts';

/**
 * Reads what the form of a reconnection is filled in with: all of the connection's values but the secrets.
 *
 * A credential that no longer opens, because its key was lost, fills in nothing: reconnecting is what repairs it.
 */
export async function readPrefill({ vault }: Deps, form: ProviderForm, connection: StoredConnection): Promise<ProviderInput> {
  const { connectionId, sealedCredential, config } = connection;
  try {
    const { values } = await openCredential(vault, connectionId, sealedCredential);
    return pickPrefill(form, { ...config, ...values });
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error;
    return pickPrefill(form, config);
  }
}

/**
 * Checks what was given to reconnect a connection. What was left out is taken from the connection, secrets excepted.
 *
 * @throws {ConnectError} `unknown_connection`; `connection_disabled`; `invalid_body`; a field's problem; `identity_mismatch`
 */
export async function readReconnectInput(deps: Deps, form: ProviderForm, key: ConnectionKey, given: GivenInput): Promise<ProviderInput> {
  const connection = await getReconnected(deps, key);
  const input = checkInput(form, fillMissing(form, given, await readPrefill(deps, form, connection)));
  refuseOtherIdentity(form, input, connection);
  return input;
}
