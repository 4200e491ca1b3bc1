/** Every setting of the process: its environment variable, its name in the configuration file, and what it is for. */

/** How a value is read from text. */
export type SettingKind = 'text' | 'list' | 'integer' | 'port' | 'url' | 'json';

/** One setting. */
export interface Setting {
  /** Environment variable. A secret is also read from the file that the variable of the same name with `_FILE` at its end names. */
  readonly variable: string;
  /** Name in the configuration file. */
  readonly name: string;
  readonly kind: SettingKind;
  readonly secret?: true;
  /** The option of `createConnect` that it becomes, where that has another name. */
  readonly option?: string;
  /** What it is for, and its default, for people. */
  readonly about: string;
}

/** In the order in which they are documented in `docs/standalone.md`; a test keeps the two equal. */
export const settings = [
  { variable: 'LATCHKEY_HOST', name: 'host', kind: 'text', about: 'Address to listen on. Default: 127.0.0.1.' },
  {
    variable: 'LATCHKEY_PORT',
    name: 'port',
    kind: 'port',
    about: 'Port to listen on; 0 for any that is free. Default: 4700, or another one when that is taken and no port was asked for.',
  },
  {
    variable: 'LATCHKEY_PUBLIC_URL',
    name: 'publicUrl',
    kind: 'url',
    about:
      'Where browsers and backends reach the process, without a path; https, unless it is on this machine. Default: http://localhost with the port.',
  },
  {
    variable: 'LATCHKEY_TRUST_PROXY',
    name: 'trustProxy',
    kind: 'integer',
    about: 'How many reverse proxies stand in front, whose X-Forwarded-For is believed. Default: 0.',
  },
  {
    variable: 'LATCHKEY_DATA_DIR',
    name: 'dataDir',
    kind: 'text',
    about: 'Folder for what the process keeps in files. Default: ./latchkey-data.',
  },
  {
    variable: 'LATCHKEY_DATABASE_URL',
    name: 'databaseUrl',
    option: 'database',
    kind: 'text',
    secret: true,
    about: 'A postgres:// URL, or a file: URL or path for SQLite. Default: latchkey.db in the data folder. DATABASE_URL is read too.',
  },
  {
    variable: 'LATCHKEY_ENCRYPTION_KEYS',
    name: 'encryptionKeys',
    kind: 'list',
    secret: true,
    about:
      'Keys that seal what is stored; the first seals, all open. Default: one is made at the first start and kept in the data folder. Needed with PostgreSQL.',
  },
  {
    variable: 'LATCHKEY_SECRET_KEYS',
    name: 'secretKeys',
    kind: 'list',
    secret: true,
    about:
      'Secret keys with all scopes, beside those that calls make. Default: none; the first start with SQLite makes one and prints it once.',
  },
  {
    variable: 'LATCHKEY_ALLOWED_ORIGINS',
    name: 'allowedOrigins',
    kind: 'list',
    about: 'Origins of the pages that hold the form. Default: the origin of the public URL.',
  },
  {
    variable: 'LATCHKEY_INTEGRATIONS',
    name: 'integrations',
    kind: 'json',
    secret: true,
    about:
      'Integrations that are always there, as JSON: [{"id", "provider", "displayName"?, "clientId"?, "clientSecret"?, "scopes"?}]. Default: none; the console makes them.',
  },
  {
    variable: 'LATCHKEY_APP_NAME',
    name: 'appName',
    option: 'app.name',
    kind: 'text',
    about: 'Name of your app on the hosted page. Default: Latchkey.',
  },
  {
    variable: 'LATCHKEY_APP_LOGO_URL',
    name: 'appLogoUrl',
    option: 'app.logoUrl',
    kind: 'text',
    about: 'Logo of your app on the hosted page: an https URL, or a path on the same origin. Default: none.',
  },
  {
    variable: 'LATCHKEY_CONSOLE_PASSWORD',
    name: 'consolePassword',
    option: 'console.passwordHash',
    kind: 'text',
    secret: true,
    about:
      'Password of the console’s administrator, 12 characters or more. Default: the first start with SQLite makes one and prints it once.',
  },
  {
    variable: 'LATCHKEY_OIDC_ISSUER',
    name: 'oidcIssuer',
    option: 'console.oidc.issuer',
    kind: 'url',
    about: 'Issuer of the OpenID Connect provider that people sign in to the console with. Default: none.',
  },
  {
    variable: 'LATCHKEY_OIDC_CLIENT_ID',
    name: 'oidcClientId',
    option: 'console.oidc.clientId',
    kind: 'text',
    about: 'Its client ID for the console.',
  },
  {
    variable: 'LATCHKEY_OIDC_CLIENT_SECRET',
    name: 'oidcClientSecret',
    option: 'console.oidc.clientSecret',
    kind: 'text',
    secret: true,
    about: 'Its client secret for the console.',
  },
  {
    variable: 'LATCHKEY_OIDC_LABEL',
    name: 'oidcLabel',
    option: 'console.oidc.label',
    kind: 'text',
    about: 'What the button says after “Sign in with”. Default: single sign-on.',
  },
  {
    variable: 'LATCHKEY_OIDC_GROUPS_CLAIM',
    name: 'oidcGroupsClaim',
    option: 'console.oidc.groupsClaim',
    kind: 'text',
    about: 'The claim that lists groups. Default: groups.',
  },
  {
    variable: 'LATCHKEY_OIDC_ADMIN_GROUP',
    name: 'oidcAdminGroup',
    option: 'console.oidc.adminGroup',
    kind: 'text',
    about: 'Who is in this group may change things. Default: nobody.',
  },
  {
    variable: 'LATCHKEY_OIDC_VIEWER_GROUP',
    name: 'oidcViewerGroup',
    option: 'console.oidc.viewerGroup',
    kind: 'text',
    about: 'Who is in this group may look. Default: nobody.',
  },
  {
    variable: 'LATCHKEY_CONNECT_SESSION_LIFETIME_SECONDS',
    name: 'connectSessionLifetimeSeconds',
    kind: 'integer',
    about: 'How long a connect session lives: 60 to 86400. Default: 1800.',
  },
  {
    variable: 'LATCHKEY_SHARE_LINK_LIFETIME_SECONDS',
    name: 'shareLinkLifetimeSeconds',
    kind: 'integer',
    about: 'How long a share link lives: 300 to 2592000. Default: 604800, a week.',
  },
  {
    variable: 'LATCHKEY_LOG_RETENTION_DAYS',
    name: 'logRetentionDays',
    kind: 'integer',
    about: 'How many days the request log keeps an operation, 0 to 365; 0 keeps none. Default: 15.',
  },
  {
    variable: 'LATCHKEY_LOG_MAX_OPERATIONS',
    name: 'logMaxOperations',
    kind: 'integer',
    about: 'How many operations the request log keeps at most. Default: 1000000.',
  },
  {
    variable: 'LATCHKEY_REQUEST_TIMEOUT_MS',
    name: 'requestTimeoutMs',
    kind: 'integer',
    about: 'How long one exchange with a provider may take, in milliseconds: 100 to 60000. Default: 10000.',
  },
  {
    variable: 'LATCHKEY_WEBHOOK_TARGETS',
    name: 'webhookTargets',
    kind: 'text',
    about: 'Where webhooks may lead: public, or any to reach into your network too. Default: public.',
  },
  {
    variable: 'LATCHKEY_PAGES_DIR',
    name: 'pagesDir',
    kind: 'text',
    about: 'Folder with the built pages, in console/dist and hosted/dist. Default: the apps folder that this one is in.',
  },
  {
    variable: 'LATCHKEY_PROVIDER_HOSTS',
    name: 'providerHosts',
    kind: 'json',
    about: 'Host templates in place of the providers’ own, as JSON, by family: for a sandbox. Default: the real hosts.',
  },
] as const satisfies readonly Setting[];

/** Names the configuration file. */
export const CONFIG_VARIABLE = 'LATCHKEY_CONFIG';

/** The name of a setting in the configuration file. */
export type SettingName = (typeof settings)[number]['name'];
