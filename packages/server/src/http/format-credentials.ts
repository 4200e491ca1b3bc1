import type { FullConnection } from '@latchkey/protocol';
import { findProvider } from '@latchkey/providers';
import type { OpenedConnection } from '../use-cases/open-stored.ts';

/** Writes a connection's credentials, in the shape of its provider's grant. @param showRefreshToken Whether the caller asked for it. */
export function formatCredentials(
  { connection, tokens, clientId }: OpenedConnection,
  showRefreshToken: boolean,
): FullConnection['credentials'] {
  const expires_at = tokens.expiresAt.toISOString();
  const raw = { ...tokens.raw, access_token: tokens.accessToken };
  if (findProvider(connection.provider)?.grant !== 'authorization_code') {
    return { type: 'OAUTH2_CC', token: tokens.accessToken, expires_at, raw, client_id: clientId ?? '' };
  }
  const refreshToken = showRefreshToken && tokens.refreshToken !== undefined ? { refresh_token: tokens.refreshToken } : {};
  return {
    type: 'OAUTH2',
    access_token: tokens.accessToken,
    ...refreshToken,
    expires_at,
    raw: { ...raw, ...refreshToken },
    ...(clientId !== undefined && { config_override: { client_id: clientId } }),
  };
}
