import type { Clock } from './clock.ts';
import type { Logger } from './log.ts';

/** One integration: a provider under an id of the host's own. */
export interface IntegrationOption {
  /** What the host calls it, for example `pingone-cc`. Part of every connection; it should not change. */
  readonly id: string;
  /** The provider's id, for example `pingone-cc`. */
  readonly provider: string;
  /** What end users read. @default the provider's name */
  readonly displayName?: string;
  /** Client ID of the OAuth client that end users sign in through, for providers where somebody signs in. @default each end user brings one */
  readonly clientId?: string;
  /** Its secret; given whenever `clientId` is. */
  readonly clientSecret?: string;
  /** Scopes to ask for when somebody signs in. @default the provider's */
  readonly scopes?: readonly string[];
}

/** Who may sign in to the console through an OpenID Connect provider. */
export interface ConsoleOidcOption {
  /** The issuer, which describes itself at `/.well-known/openid-configuration`: `https`, unless it is on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says after "Sign in with". @default 'single sign-on' */
  readonly label?: string;
  /** Who is in this group may change things. @default nobody */
  readonly adminGroup?: string;
  /** Who is in this group may look. @default nobody */
  readonly viewerGroup?: string;
  /** The claim that names the groups: a list of texts, or one. @default 'groups' */
  readonly groupsClaim?: string;
}

/** How people sign in to the console: by password, through an OpenID Connect provider, or either. */
export interface ConsoleOption {
  /** What `hashPassword()` made of the administrator's password. */
  readonly passwordHash?: string;
  readonly oidc?: ConsoleOidcOption;
}

/** The host's app, as customers know it who come by a link. */
export interface AppOption {
  readonly name: string;
  /** An `https` URL, or a path on the same origin. @default none */
  readonly logoUrl?: string;
}

/**
 * How Latchkey is to work in this app.
 *
 * @example
 * ```ts
 * const connect = createConnect({
 *   publicUrl: 'https://app.example.com/latchkey',
 *   encryptionKeys: [process.env.LATCHKEY_ENCRYPTION_KEY],
 *   secretKeys: [process.env.LATCHKEY_SECRET_KEY],
 *   integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
 * });
 * app.use('/latchkey', connect.router);
 * ```
 */
export interface ConnectOptions {
  /** Where browsers reach the router: an absolute URL, its path included. `https`, unless it is on this machine. */
  readonly publicUrl: string;
  /** Keys that seal what is stored, made by `generateEncryptionKey()`. The first seals, all of them open. An unset environment variable is refused by name. */
  readonly encryptionKeys: readonly (string | undefined)[];
  /**
   * Keys that backends call with, made by `generateSecretKey()`. Each of them is good, so that one can be replaced without a pause, and may do
   * everything. Keys that may do less are made by {@link Connect.createSecretKey} or `POST /keys`. An unset environment variable is refused by name.
   *
   * @default none
   */
  readonly secretKeys?: readonly (string | undefined)[];
  /** A path or `file:` URL for SQLite, `:memory:`, or a `postgres://` URL. @default 'file:./latchkey.db' */
  readonly database?: string;
  /** Origins of the pages that hold the form, exactly as browsers send them. @default the origin of `publicUrl` */
  readonly allowedOrigins?: readonly string[];
  /** What end users can connect, besides what `POST /integrations` makes. No call changes what stands here. @default none */
  readonly integrations?: readonly IntegrationOption[];
  /**
   * Host templates in place of a provider's own, by the provider's family: a sandbox, for tests. Each holds `{tld}`.
   *
   * @default the provider's real hosts
   */
  readonly providerHosts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How long a connect session lives, in seconds: 60 to 86,400. @default 1800 */
  readonly connectSessionLifetimeSeconds?: number;
  /** How long a share link lives when nobody says otherwise, in seconds: 300 to 2,592,000. @default 604800 */
  readonly shareLinkLifetimeSeconds?: number;
  /** How long one exchange with a provider may take, in milliseconds: 100 to 60,000. @default 10000 */
  readonly requestTimeoutMs?: number;
  /** How long a provider's "no role" is asked again quietly, in milliseconds, because a role granted just now takes a while: 0 to 30,000. @default 4000 */
  readonly roleGrantWaitMs?: number;
  /**
   * Refreshes, in the background, connections that nobody has used for a day: so one that broke is known before it is needed, and a refresh token
   * does not run out unused. Of several processes one does it for each connection.
   *
   * @default true
   */
  readonly refreshIdleConnections?: boolean;
  /** How long the request log keeps an operation, in days: 0 to 365, where 0 means that nothing is logged. @default 15 */
  readonly logRetentionDays?: number;
  /** How many operations the request log keeps at most; the oldest go first: 1,000 to 100,000,000. @default 1000000 */
  readonly logMaxOperations?: number;
  /**
   * Where webhooks may lead: with `public` only to `https` and addresses of the public internet, checked at each connection; with `any` also into
   * this network, which is for tests, and for hosts whose secret keys nobody else has.
   *
   * @default 'public'
   */
  readonly webhookTargets?: 'public' | 'any';
  /** How people sign in to the console. @default nobody can */
  readonly console?: ConsoleOption;
  /**
   * Whether the hosted page is served at `/link` below `publicUrl`, with {@link servePages}: then connect sessions have a `connect_link`, share links
   * can be made, and the origin of `publicUrl` is among those of `allowedOrigins`.
   *
   * @default false
   */
  readonly hostedPage?: boolean;
  /** What the hosted page calls the host's app. @default { name: 'Latchkey' } */
  readonly app?: AppOption;
  /** Sends requests to providers. It must not follow a redirect when it is told not to. @default the global `fetch` */
  readonly fetch?: typeof fetch;
  /** @default the clock of the machine */
  readonly clock?: Clock;
  /** Any pino logger; how others are given is said at {@link Logger}. @default JSON lines to standard output, with secrets redacted */
  readonly logger?: Logger;
}
