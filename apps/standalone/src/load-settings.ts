import { existsSync } from 'node:fs';
import { readSettings, type Settings } from './read-settings.ts';

/** The configuration file that is read when it is there and no other is named. */
const USUAL_FILE = 'latchkey.json';

/** Reads the settings of this process, and tells what should be looked at. @throws {SettingsError} */
export function loadSettings(environment: NodeJS.ProcessEnv, warn: (text: string) => void): Settings {
  const named = environment['LATCHKEY_CONFIG'];
  const file = named ?? (existsSync(USUAL_FILE) ? USUAL_FILE : undefined);
  const { settings, warnings } = readSettings({ environment, file });
  for (const warning of warnings) warn(warning);
  return settings;
}
