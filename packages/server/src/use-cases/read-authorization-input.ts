import type { ProviderInput } from '@latchkey/providers';
import { withClientFields } from '../core/client-form.ts';
import type { ConnectSession } from '../core/connect-session.ts';
import { checkInput, type GivenInput } from '../core/provider-input.ts';
import { fillMissing, pickPrefill } from '../core/reconnect-input.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { readReconnectInput } from './read-reconnect-input.ts';

/**
 * Checks what was given to sign in. What was left out is taken from the connection that is reconnected, or from what the host gave the session.
 * The fields of a client are asked for only when there is something in them.
 *
 * @throws {ConnectError} `invalid_body`; a field's problem; in a session that reconnects `unknown_connection`, `connection_disabled`, `identity_mismatch`
 */
export function readAuthorizationInput(
  deps: Deps,
  { definition, integrationId }: KnownIntegration,
  session: ConnectSession,
  given: GivenInput,
): Promise<ProviderInput> {
  const bringsClient = Object.values(given.credentials).some((value) => value !== undefined && value !== null && value !== '');
  const form = bringsClient ? withClientFields(definition.form) : definition.form;
  const asked = bringsClient ? given : { ...given, credentials: {} };
  if (session.reconnects) return readReconnectInput(deps, form, session.reconnects, asked);
  const known = pickPrefill(form, session.defaults?.[integrationId]?.config ?? {});
  return Promise.resolve(checkInput(form, fillMissing(form, asked, known)));
}
