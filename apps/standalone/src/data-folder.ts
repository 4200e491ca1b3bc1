import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { SettingsError } from './settings-error.ts';

/** What the process makes for itself at its first start, and must find again. */
const keptSecrets = z.strictObject({ encryptionKey: z.string(), consolePasswordHash: z.optional(z.string()) });

/** @see {@link keptSecrets} */
export type KeptSecrets = z.infer<typeof keptSecrets>;

/** A folder that only its owner may enter, with the secrets that were made at the first start. */
export interface DataFolder {
  readonly path: string;
  /** `undefined` before the first start. @throws {SettingsError} When the file is there and is not what it was. */
  readSecrets(): KeptSecrets | undefined;
  /** Writes them once: a file that is there is never overwritten, because what it sealed could not be opened any more. */
  writeSecrets(secrets: KeptSecrets): void;
}

/** Opens the folder, and makes it when it is not there. @throws {SettingsError} When it cannot be made. */
export function openDataFolder(path: string): DataFolder {
  const file = join(path, 'secrets.json');
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch {
    throw new SettingsError([
      `The data folder ${path} cannot be made. Name another with LATCHKEY_DATA_DIR, or let this process write there.`,
    ]);
  }
  return {
    path,
    readSecrets() {
      const text = readIfThere(file);
      if (text === undefined) return undefined;
      const read = keptSecrets.safeParse(parseJson(text));
      if (read.success) return read.data;
      throw new SettingsError([`${file} is damaged. Put it back from a backup: without it, what is stored cannot be opened.`]);
    },
    writeSecrets(secrets) {
      // Security: `wx` fails when the file is there, also if another process was faster.
      writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    },
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new SettingsError([`${file} cannot be read. Let this process read it.`]);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
