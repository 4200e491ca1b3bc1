import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsError } from './settings-error.ts';

/** What the process makes for itself and must find again, one file each. */
type KeptName = 'encryption-keys' | 'console-password-hash';

/** A folder that only its owner may enter. */
export interface DataFolder {
  readonly path: string;
  /** Reads what was kept. @throws {SettingsError} When the file is there and cannot be read, or is empty. */
  read(name: KeptName): string | undefined;
  /** Reads what was kept, or makes it, keeps it and says that it is new. @throws {SettingsError} When the file can be neither read nor written. */
  keep(name: KeptName, make: () => Promise<string>): Promise<{ readonly value: string; readonly isNew: boolean }>;
  /** Puts something else in the place of what was kept: after a crash the one or the other is there. @throws {SettingsError} When it cannot be written. */
  replace(name: KeptName, value: string): void;
}

/** Opens the folder. It is made when something is to be kept and it is not there. */
export function openDataFolder(path: string): DataFolder {
  const fileOf = (name: KeptName): string => join(path, name);
  return {
    path,
    read: (name) => readKept(fileOf(name)),
    async keep(name, make) {
      const file = fileOf(name);
      const kept = readKept(file);
      if (kept !== undefined) return { value: kept, isNew: false };
      const value = await make();
      // `wx` fails when the file is there: what was kept is never overwritten, because what it sealed could not be opened any more.
      if (write(file, value, 'wx')) return { value, isNew: true };
      const madeMeanwhile = readKept(file);
      if (madeMeanwhile !== undefined) return { value: madeMeanwhile, isNew: false };
      throw cannotWrite(file);
    },
    replace(name, value) {
      const file = fileOf(name);
      if (!write(`${file}.new`, value, 'w')) throw cannotWrite(file);
      renameSync(`${file}.new`, file);
    },
  };
}

function write(file: string, value: string, flag: 'w' | 'wx'): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // On the disk before anything is sealed with it.
    writeFileSync(file, `${value}\n`, { mode: 0o600, flag, flush: true });
    return true;
  } catch {
    return false;
  }
}

function readKept(file: string): string | undefined {
  const text = readIfThere(file);
  if (text !== '') return text;
  throw new SettingsError([`${file} is empty, because a first start was broken off. Delete it, and start again.`]);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new SettingsError([`${file} cannot be read. Let this process read it.`]);
  }
}

function cannotWrite(file: string): SettingsError {
  return new SettingsError([
    `${file} cannot be written. Let this process write to the data folder, or name another with LATCHKEY_DATA_DIR.`,
  ]);
}
