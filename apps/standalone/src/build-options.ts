import { join } from 'node:path';
import type { ConnectOptions, ConsoleOidcOption } from '@latchkey/server';
import * as z from 'zod/mini';
import { SettingsError } from './settings-error.ts';
import type { Settings } from './read-settings.ts';

/** What the settings alone do not tell. */
interface Given {
  readonly publicUrl: string;
  readonly encryptionKeys: readonly string[];
  /** `undefined` where nobody signs in by password. */
  readonly passwordHash: string | undefined;
}

const integrations = z.array(
  z.strictObject({
    id: z.string(),
    provider: z.string(),
    displayName: z.optional(z.string()),
    clientId: z.optional(z.string()),
    clientSecret: z.optional(z.string()),
    scopes: z.optional(z.array(z.string())),
  }),
);

const providerHosts = z.record(z.string(), z.record(z.string(), z.string()));
const webhookTargets = z.enum(['public', 'any']);

/** Where the database is, by the settings. */
export function readDatabase({ databaseUrl, dataDir = DEFAULT_DATA_DIR }: Settings): string {
  return databaseUrl ?? `file:${join(dataDir, 'latchkey.db')}`;
}

/** Where the process keeps files when nobody says. */
export const DEFAULT_DATA_DIR = './latchkey-data';

/** Whether processes on several machines may share the database. */
export function isShared(database: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(database);
}

/** Builds the options of the server from the settings; what is `undefined` has its default. @throws {SettingsError} When a setting does not have the shape it should. */
export function buildOptions(settings: Settings, { publicUrl, encryptionKeys, passwordHash }: Given): ConnectOptions {
  const { appName = 'Latchkey', appLogoUrl } = settings;
  const oidc = buildOidc(settings);
  return {
    publicUrl,
    encryptionKeys,
    secretKeys: settings.secretKeys ?? [],
    database: readDatabase(settings),
    allowedOrigins: settings.allowedOrigins,
    integrations: parseShape('LATCHKEY_INTEGRATIONS', integrations, settings.integrations),
    providerHosts: readProviderHosts(settings),
    hostedPage: true,
    app: { name: appName, logoUrl: appLogoUrl },
    console: passwordHash === undefined && oidc === undefined ? undefined : { passwordHash, oidc },
    connectSessionLifetimeSeconds: settings.connectSessionLifetimeSeconds,
    shareLinkLifetimeSeconds: settings.shareLinkLifetimeSeconds,
    requestTimeoutMs: settings.requestTimeoutMs,
    logRetentionDays: settings.logRetentionDays,
    logMaxOperations: settings.logMaxOperations,
    webhookTargets: parseShape('LATCHKEY_WEBHOOK_TARGETS', webhookTargets, settings.webhookTargets),
  };
}

/** Reads the hosts that stand in for the providers' own. @throws {SettingsError} As {@link buildOptions}. */
export function readProviderHosts(settings: Settings): z.infer<typeof providerHosts> | undefined {
  return parseShape('LATCHKEY_PROVIDER_HOSTS', providerHosts, settings.providerHosts);
}

function buildOidc(settings: Settings): ConsoleOidcOption | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = settings;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new SettingsError([
      'LATCHKEY_OIDC_ISSUER, LATCHKEY_OIDC_CLIENT_ID and LATCHKEY_OIDC_CLIENT_SECRET belong together: give all three, or none.',
    ]);
  }
  const { oidcLabel: label, oidcAdminGroup: adminGroup, oidcViewerGroup: viewerGroup, oidcGroupsClaim: groupsClaim } = settings;
  return { issuer, clientId, clientSecret, label, adminGroup, viewerGroup, groupsClaim };
}

function parseShape<T>(variable: string, schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  if (value === undefined) return undefined;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `, at "${issue.path.join('.')}"`;
  throw new SettingsError([`${variable} does not have the shape it should${place}. See docs/standalone.md.`]);
}
