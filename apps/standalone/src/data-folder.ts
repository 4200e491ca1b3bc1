import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from './settings-error.ts';

/** What the process makes for itself and must find again, one file each. */
type KeptName = 'encryption-key' | 'console-password-hash';

/** A folder that only its owner may enter. */
export interface DataFolder {
  readonly path: string;
  /** Reads what was kept, or makes it, keeps it and says that it is new. @throws {SettingsError} When the file can be neither read nor written. */
  keep(name: KeptName, make: () => Promise<string>): Promise<{ readonly value: string; readonly isNew: boolean }>;
}

/** Opens the folder, and makes it when it is not there. @throws {SettingsError} When it cannot be made. */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch {
    throw new SettingsError([
      `The data folder ${path} cannot be made. Name another with LATCHKEY_DATA_DIR, or let this process write there.`,
    ]);
  }
  return {
    path,
    async keep(name, make) {
      const file = join(path, name);
      const kept = readIfThere(file);
      if (kept !== undefined) return { value: kept, isNew: false };
      const value = await make();
      try {
        // `wx` fails when the file is there: what was kept is never overwritten, because what it sealed could not be opened any more.
        writeFileSync(file, `${value}\n`, { mode: 0o600, flag: 'wx' });
      } catch {
        throw new SettingsError([`${file} cannot be written. Let this process write to the data folder.`]);
      }
      return { value, isNew: true };
    },
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new SettingsError([`${file} cannot be read. Let this process read it.`]);
  }
}
