import { createHash, randomBytes } from 'node:crypto';
import { generateEncryptionKey, hashPassword } from '@latchkey/server';
import { isShared, readDatabase } from './build-options.ts';
import type { DataFolder } from './data-folder.ts';
import type { Settings } from './read-settings.ts';
import { SettingsError } from './settings-error.ts';

/** What lets somebody into the console by password. */
export interface ConsolePassword {
  readonly hash: string;
  /** The password that was made just now: shown this once, and kept nowhere. Its hash is not kept before {@link keepConsolePassword}. */
  readonly made: string | undefined;
}

/**
 * Takes the encryption keys from the settings, or those that are kept since the first start, or makes one.
 *
 * @throws {SettingsError} When processes share the database and no keys are given: each would make its own.
 */
export async function prepareEncryptionKeys(settings: Settings, folder: DataFolder): Promise<readonly string[]> {
  const keys = readEncryptionKeys(settings, folder);
  if (keys !== undefined) return keys;
  const { value } = await folder.keep('encryption-keys', () => Promise.resolve(generateEncryptionKey()));
  return splitKeys(value);
}

/** Reads the encryption keys; `undefined` when the first start is to make one. @throws {SettingsError} As {@link prepareEncryptionKeys}. */
export function readEncryptionKeys(settings: Settings, folder: DataFolder): readonly string[] | undefined {
  if (settings.encryptionKeys !== undefined) return settings.encryptionKeys;
  if (isShared(readDatabase(settings))) {
    throw new SettingsError([
      'LATCHKEY_ENCRYPTION_KEYS is needed with PostgreSQL, because every process must have the same. Make one with: latchkey encryption-keys generate',
    ]);
  }
  const kept = folder.read('encryption-keys');
  return kept === undefined ? undefined : splitKeys(kept);
}

/** One on each line; the first seals. */
function splitKeys(text: string): readonly string[] {
  return text.split(/\s+/);
}

/**
 * Takes the console's password from the settings, or that of the first start, or makes one.
 *
 * @returns `undefined` where nobody signs in by password.
 * @throws {SettingsError} When the given one is too short.
 */
export async function prepareConsolePassword(settings: Settings, folder: DataFolder): Promise<ConsolePassword | undefined> {
  if (settings.consolePassword !== undefined) return { hash: await hashGiven(settings.consolePassword, settings), made: undefined };
  if (!makesConsolePassword(settings)) return undefined;
  const kept = folder.read('console-password-hash');
  if (kept !== undefined) return { hash: kept, made: undefined };
  const made = randomBytes(15).toString('base64url');
  return { hash: await hashPassword(made), made };
}

/**
 * Keeps the hash of a password that was made. To be called once the password was shown: a start that fails before, or is killed, leaves nothing behind,
 * and the next one makes another.
 *
 * @throws {SettingsError} When it cannot be kept, or another process kept one meanwhile.
 */
export async function keepConsolePassword({ hash, made }: ConsolePassword, folder: DataFolder): Promise<void> {
  if (made === undefined) return;
  const { isNew } = await folder.keep('console-password-hash', () => Promise.resolve(hash));
  if (isNew) return;
  throw new SettingsError([
    `Another process started in ${folder.path} at the same time: the password that it printed is the one that counts. Start this one again.`,
  ]);
}

/** Whether the first start makes a password: not where people sign in by OpenID Connect, nor where processes share the database, each of which would make its own. */
export function makesConsolePassword(settings: Settings): boolean {
  return settings.consolePassword === undefined && settings.oidcIssuer === undefined && !isShared(readDatabase(settings));
}

/** Hashes the password that the settings give: to the same at each start and in each process, because sessions end when the hash changes. */
async function hashGiven(password: string, { publicUrl = '' }: Settings): Promise<string> {
  // Security: a salt need not be secret; the URL makes it one that no other deployment has.
  const salt = createHash('sha256').update(`latchkey console password ${publicUrl}`).digest().subarray(0, 16);
  try {
    return await hashPassword(password, salt);
  } catch {
    throw new SettingsError(['LATCHKEY_CONSOLE_PASSWORD is too short: give 12 characters or more.']);
  }
}
