import type { FullConnection } from '@latchkey/protocol';
import { findProvider } from '@latchkey/providers';
import type { OpenedConnection } from '../use-cases/open-stored.ts';

/** What a caller sees besides the access token. */
export interface ShownCredentials {
  /** @default false */
  readonly refreshToken?: boolean;
  /** Of the OAuth client that the connection brought. @default none */
  readonly clientSecret?: string | undefined;
}

/** Writes a connection's credentials, in the shape of its provider's grant. */
export function formatCredentials(
  { connection, tokens, clientId }: OpenedConnection,
  shown: ShownCredentials,
): FullConnection['credentials'] {
  const secret = shown.clientSecret === undefined ? {} : { client_secret: shown.clientSecret };
  const expires_at = tokens.expiresAt.toISOString();
  const raw = { ...tokens.raw, access_token: tokens.accessToken };
  if (findProvider(connection.provider)?.grant !== 'authorization_code') {
    return { type: 'OAUTH2_CC', token: tokens.accessToken, expires_at, raw, client_id: clientId ?? '', ...secret };
  }
  const refreshToken = shown.refreshToken && tokens.refreshToken !== undefined ? { refresh_token: tokens.refreshToken } : {};
  return {
    type: 'OAUTH2',
    access_token: tokens.accessToken,
    ...refreshToken,
    expires_at,
    raw: { ...raw, ...refreshToken },
    ...(clientId !== undefined && { config_override: { client_id: clientId, ...secret } }),
  };
}
