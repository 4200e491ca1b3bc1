import { join } from 'node:path';
import type { ConnectOptions } from '@latchkey/server';
import * as z from 'zod/mini';
import { SettingsError } from './settings-error.ts';
import type { Settings } from './read-settings.ts';

/** What the settings alone do not tell. */
interface Given {
  readonly publicUrl: string;
  readonly encryptionKeys: readonly string[];
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

/** Where the database is, by the settings. */
export function readDatabase({ databaseUrl, dataDir = DEFAULT_DATA_DIR }: Settings): string {
  return databaseUrl ?? `file:${join(dataDir, 'latchkey.db')}`;
}

/** Where the process keeps files when nobody says. */
export const DEFAULT_DATA_DIR = './latchkey-data';

/** Whether several processes may share the database. */
export function isShared(database: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(database);
}

/** Builds the options of the server from the settings. @throws {SettingsError} When JSON in a setting does not have the shape it should. */
export function buildOptions(settings: Settings, { publicUrl, encryptionKeys }: Given): ConnectOptions {
  const { allowedOrigins, connectSessionLifetimeSeconds } = settings;
  return {
    publicUrl,
    encryptionKeys,
    secretKeys: settings.secretKeys ?? [],
    database: readDatabase(settings),
    integrations: parseShape('LATCHKEY_INTEGRATIONS', integrations, settings.integrations) ?? [],
    ...(allowedOrigins !== undefined && { allowedOrigins }),
    ...(settings.providerHosts !== undefined && {
      providerHosts: parseShape('LATCHKEY_PROVIDER_HOSTS', providerHosts, settings.providerHosts) ?? {},
    }),
    ...(connectSessionLifetimeSeconds !== undefined && { connectSessionLifetimeSeconds }),
  };
}

function parseShape<T>(variable: string, schema: z.ZodMiniType<T>, value: unknown): T | undefined {
  if (value === undefined) return undefined;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new SettingsError([`${variable} does not have the shape it should, at "${issue?.path.join('.') ?? ''}". See docs/standalone.md.`]);
}
