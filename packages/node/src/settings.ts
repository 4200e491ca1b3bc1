import { settingsBody } from '@latchkey/protocol';
import { readAs, type CallOptions, type Exchange } from './exchange.ts';

/** How the server is set up. Nothing of it is secret. */
export interface ServerSettings {
  readonly publicUrl: string;
  /** What must stand among the redirect URIs of OAuth clients. */
  readonly redirectUri: string;
  readonly allowedOrigins: readonly string[];
  readonly database: 'sqlite' | 'postgresql';
  readonly logRetentionDays: number;
  readonly connectSessionLifetimeSeconds: number;
  readonly shareLinkLifetimeSeconds: number;
  readonly version: string;
}

/** The server's settings. */
export interface Settings {
  /** Tells how the server is set up. */
  readonly get: (options?: CallOptions) => Promise<ServerSettings>;
}

/** Creates the method about settings. */
export function createSettings(exchange: Exchange): Settings {
  return {
    get: async (options) => {
      const { data } = await exchange({ ...options, method: 'GET', path: '/settings' }, readAs(settingsBody));
      return {
        publicUrl: data.public_url,
        redirectUri: data.redirect_uri,
        allowedOrigins: data.allowed_origins,
        database: data.database,
        logRetentionDays: data.log_retention_days,
        connectSessionLifetimeSeconds: data.connect_session_lifetime_seconds,
        shareLinkLifetimeSeconds: data.share_link_lifetime_seconds,
        version: data.version,
      };
    },
  };
}
