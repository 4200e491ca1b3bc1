import { existsSync } from 'node:fs';
import { readSettings, type ReadSettings, type Settings } from './read-settings.ts';
import { CONFIG_VARIABLE } from './settings.ts';

/** The configuration file that is read when it is there and no other is named. */
const USUAL_FILE = 'latchkey.json';

/** Reads the settings from where this process finds them. @throws {SettingsError} */
export function findSettings(environment: NodeJS.ProcessEnv): ReadSettings {
  const file = environment[CONFIG_VARIABLE] || (existsSync(USUAL_FILE) ? USUAL_FILE : undefined);
  return readSettings({ environment, file });
}

/** Reads the settings, and tells what should be looked at. @throws {SettingsError} */
export function loadSettings(environment: NodeJS.ProcessEnv, warn: (text: string) => void): Settings {
  const { settings, warnings } = findSettings(environment);
  for (const warning of warnings) warn(warning);
  return settings;
}
