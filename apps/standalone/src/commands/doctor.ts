import { createConnectForCommand, generateEncryptionKey, OptionsError, type ConnectOptions } from '@latchkey/server';
import { buildOptions, DEFAULT_DATA_DIR, readDatabase, readProviderHosts } from '../build-options.ts';
import type { Command } from '../command.ts';
import { openDataFolder, type DataFolder } from '../data-folder.ts';
import { checkPublicUrl, checkRedirectUri } from '../doctor/check-addresses.ts';
import { checkConsole } from '../doctor/check-console.ts';
import { checkDatabase } from '../doctor/check-database.ts';
import { checkDataFolder } from '../doctor/check-data-folder.ts';
import { checkRegions } from '../doctor/check-regions.ts';
import { formatFinding, type Finding } from '../doctor/finding.ts';
import { USUAL_PORT } from '../listen.ts';
import { findSettings } from '../load-settings.ts';
import { openLatchkey } from '../open-latchkey.ts';
import { parseWords, takeNothing } from '../parse-words.ts';
import { makesConsolePassword, prepareConsolePassword, readEncryptionKeys } from '../prepare-secrets.ts';
import { readPublicUrl } from '../read-public-url.ts';
import type { Settings } from '../read-settings.ts';
import { silentLogger } from '../silent-logger.ts';
import { explainOptions, SettingsError } from '../settings-error.ts';

/** `latchkey doctor`: finds out what would keep Latchkey from working. Makes neither folder nor key nor database. */
export const doctor: Command = {
  about: 'finds out what would keep Latchkey from working',
  usage: `latchkey doctor [--json]

  Checks the settings, the data folder, the database and its encryption keys, the clock, the way to PingOne's regions,
  the addresses and the sign-in to the console, with the settings that "serve" has. Makes nothing.
  Ends with 1 when something failed. --json prints a list of {check, state, message, remedy?}.`,

  async run({ words, environment, print }) {
    const { values, positionals } = parseWords(words, { json: { type: 'boolean' } });
    takeNothing(positionals);
    const findings = await findOut(environment);
    if (values.json) print(JSON.stringify(findings, undefined, 2));
    else for (const finding of findings) print(formatFinding(finding));
    return findings.some(({ state }) => state === 'failed') ? 1 : 0;
  },
};

/** What everything else is checked with. */
interface Configuration {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly encryptionKeys: readonly string[] | undefined;
  readonly publicUrl: string;
  readonly warnings: readonly string[];
}

async function findOut(environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const read = await readConfiguration(environment);
  if (read instanceof SettingsError) {
    return read.problems.map((message) => ({ check: 'settings', state: 'failed', message }));
  }
  const { settings, folder, encryptionKeys, publicUrl, warnings } = read;
  const [database, regions, address, signIn] = await Promise.all([
    checkDatabase({ database: readDatabase(settings), encryptionKeys, open: () => openLatchkey(settings) }),
    checkRegions({ providerHosts: readProviderHosts(settings) ?? {}, fetch, now: Date.now }),
    settings.publicUrl === undefined ? Promise.resolve([]) : checkPublicUrl({ publicUrl, fetch }),
    checkConsole({
      hasPassword: settings.consolePassword !== undefined || folder.read('console-password-hash') !== undefined,
      makesPassword: makesConsolePassword(settings),
      oidcIssuer: settings.oidcIssuer,
      fetch,
    }),
  ]);
  return [
    ...warnings.map((message): Finding => ({ check: 'settings', state: 'warning', message })),
    { check: 'settings', state: 'ok', message: `${Object.keys(settings).length} given; all can be used.` },
    checkDataFolder(folder.path),
    ...database,
    ...regions,
    checkRedirectUri(publicUrl),
    ...[address].flat(),
    ...signIn,
  ];
}

/** Reads the settings as `serve` does, and makes nothing. */
async function readConfiguration(environment: NodeJS.ProcessEnv): Promise<Configuration | SettingsError> {
  try {
    const { settings, warnings } = findSettings(environment);
    const folder = openDataFolder(settings.dataDir ?? DEFAULT_DATA_DIR);
    const encryptionKeys = readEncryptionKeys(settings, folder);
    const publicUrl = readPublicUrl(settings, settings.port ?? USUAL_PORT);
    const password = makesConsolePassword(settings) ? undefined : await prepareConsolePassword(settings, folder);
    const passwordHash = password?.hash ?? folder.read('console-password-hash');
    await tryOptions(buildOptions(settings, { publicUrl, encryptionKeys: encryptionKeys ?? [generateEncryptionKey()], passwordHash }));
    return { settings, folder, encryptionKeys, publicUrl, warnings };
  } catch (error) {
    if (error instanceof OptionsError) return explainOptions(error);
    if (error instanceof SettingsError) return error;
    throw error;
  }
}

/** Lets the server judge its options, away from the database. @throws {OptionsError} */
async function tryOptions(options: ConnectOptions): Promise<void> {
  const connect = createConnectForCommand({ ...options, database: ':memory:', logger: silentLogger });
  await connect.close();
}
