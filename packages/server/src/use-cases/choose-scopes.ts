import type { ConnectSession } from '../core/connect-session.ts';
import type { KnownIntegration } from './deps.ts';

/** Chooses what a sign-in asks for: what the host gave the session, or the integration has, or the provider's defaults. */
export function chooseScopes(
  { integrationId, scopes, definition }: KnownIntegration,
  { defaults }: Pick<ConnectSession, 'defaults'>,
): readonly string[] {
  const given = defaults?.[integrationId]?.scopes ?? scopes;
  return given.length > 0 ? given : definition.defaultScopes;
}
