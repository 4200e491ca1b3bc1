import type { FullConnection } from '@latchkey/protocol';

/** An access token and what it belongs to. */
export interface Credentials {
  /** How the provider gives tokens: to the end user's own OAuth client, or to a client that the end user signed in through. */
  readonly grant: 'client_credentials' | 'authorization_code';
  /** The OAuth client that the end user gave; `undefined` when they signed in through the integration's. */
  readonly clientId: string | undefined;
  /** Its secret, only when it was asked for. Not enumerable, as all secrets here. */
  readonly clientSecret: string | undefined;
  readonly expiresAt: Date;
  /** For the provider's API. Not enumerable: it is read by its name, and neither printed nor copied along. */
  readonly accessToken: string;
  /** Only when it was asked for, and the provider gave one. Not enumerable. */
  readonly refreshToken: string | undefined;
  /** The provider's token response. Not enumerable, because it holds the tokens too. */
  readonly tokenResponse: Readonly<Record<string, unknown>>;
}

const SECRETS = ['clientSecret', 'accessToken', 'refreshToken', 'tokenResponse'] as const satisfies readonly (keyof Credentials)[];

/** Reads the credentials of a connection. */
export function readCredentials(wire: FullConnection['credentials']): Credentials {
  const base = { expiresAt: new Date(wire.expires_at), tokenResponse: wire.raw };
  const credentials: Credentials =
    wire.type === 'OAUTH2_CC'
      ? {
          ...base,
          grant: 'client_credentials',
          clientId: wire.client_id,
          clientSecret: wire.client_secret,
          accessToken: wire.token,
          refreshToken: undefined,
        }
      : {
          ...base,
          grant: 'authorization_code',
          clientId: wire.config_override?.client_id,
          clientSecret: wire.config_override?.client_secret,
          accessToken: wire.access_token,
          refreshToken: wire.refresh_token,
        };
  return hide(credentials, SECRETS);
}

/** Security: what is printed, spread or turned to JSON leaves these behind. */
export function hide<Value extends object>(value: Value, names: readonly (keyof Value)[]): Value {
  for (const name of names) Object.defineProperty(value, name, { enumerable: false });
  return value;
}
