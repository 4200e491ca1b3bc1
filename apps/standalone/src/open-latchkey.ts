import { createConnect, type Connect } from '@latchkey/server';
import { buildOptions, DEFAULT_DATA_DIR } from './build-options.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { prepareEncryptionKeys } from './prepare-secrets.ts';
import type { Settings } from './read-settings.ts';

/** Latchkey as the settings say, with its database open, and the folder where the process keeps files. */
export interface OpenedLatchkey {
  readonly connect: Connect;
  readonly folder: DataFolder;
}

/** The URL that stands in for the public one where nobody is served. */
const NOBODY = 'http://localhost';

/** Opens Latchkey for a command that serves nobody. The caller closes it. @throws {SettingsError} @throws {OptionsError} @throws {ConnectError} */
export async function openLatchkey(settings: Settings): Promise<OpenedLatchkey> {
  const folder = openDataFolder(settings.dataDir ?? DEFAULT_DATA_DIR);
  const encryptionKeys = await prepareEncryptionKeys(settings, folder);
  const options = buildOptions(settings, { publicUrl: settings.publicUrl ?? NOBODY, encryptionKeys });
  const connect = createConnect({ ...options, refreshIdleConnections: false, logger: silent });
  await connect.ready;
  return { connect, folder };
}

const ignore = (): void => undefined;
const silent = { info: ignore, warn: ignore, error: ignore };
