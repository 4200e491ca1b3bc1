import { createConnectForCommand, type Connect } from '@latchkey/server';
import { buildOptions, DEFAULT_DATA_DIR } from './build-options.ts';
import { openDataFolder } from './data-folder.ts';
import { USUAL_PORT } from './listen.ts';
import { prepareEncryptionKeys } from './prepare-secrets.ts';
import { readPublicUrl } from './read-public-url.ts';
import type { Settings } from './read-settings.ts';
import { silentLogger } from './silent-logger.ts';

/** Opens Latchkey for a command that serves nobody, with its database ready. The caller closes it. @throws {SettingsError} @throws {OptionsError} @throws {ConnectError} */
export async function openLatchkey(settings: Settings): Promise<Connect> {
  const folder = openDataFolder(settings.dataDir ?? DEFAULT_DATA_DIR);
  const encryptionKeys = await prepareEncryptionKeys(settings, folder);
  const publicUrl = readPublicUrl(settings, settings.port ?? USUAL_PORT);
  const options = buildOptions(settings, { publicUrl, encryptionKeys, passwordHash: undefined });
  const connect = createConnectForCommand({ ...options, logger: silentLogger });
  try {
    await connect.ready;
  } catch (error) {
    await connect.close();
    throw error;
  }
  return connect;
}
