import { randomBytes } from 'node:crypto';
import { generateEncryptionKey, hashPassword } from '@latchkey/server';
import { isShared, readDatabase } from './build-options.ts';
import type { DataFolder } from './data-folder.ts';
import type { Settings } from './read-settings.ts';
import { SettingsError } from './settings-error.ts';

/** What lets somebody into the console by password. */
export interface ConsolePassword {
  readonly hash: string;
  /** The password that was made just now: shown this once, and kept nowhere. */
  readonly made: string | undefined;
}

/**
 * Takes the encryption keys from the settings, or the one that the first start made, or makes it.
 *
 * @throws {SettingsError} When processes share the database and no keys are given: each would make its own.
 */
export async function prepareEncryptionKeys(settings: Settings, folder: DataFolder): Promise<readonly string[]> {
  if (settings.encryptionKeys !== undefined) return settings.encryptionKeys;
  if (isShared(readDatabase(settings))) {
    throw new SettingsError([
      'LATCHKEY_ENCRYPTION_KEYS is needed with PostgreSQL, because every process must have the same. Make one with: latchkey encryption-keys generate',
    ]);
  }
  const { value } = await folder.keep('encryption-key', () => Promise.resolve(generateEncryptionKey()));
  return [value];
}

/**
 * Takes the console's password from the settings, or that of the first start, or makes one.
 *
 * @returns `undefined` when people sign in by OpenID Connect, and no password is given.
 * @throws {SettingsError} When the given one is too short.
 */
export async function prepareConsolePassword(settings: Settings, folder: DataFolder): Promise<ConsolePassword | undefined> {
  if (settings.consolePassword !== undefined) return { hash: await hashGiven(settings.consolePassword), made: undefined };
  if (settings.oidcIssuer !== undefined) return undefined;
  const password = randomBytes(15).toString('base64url');
  const { value: hash, isNew } = await folder.keep('console-password-hash', () => hashPassword(password));
  return { hash, made: isNew ? password : undefined };
}

async function hashGiven(password: string): Promise<string> {
  try {
    return await hashPassword(password);
  } catch {
    throw new SettingsError(['LATCHKEY_CONSOLE_PASSWORD is too short: give 12 characters or more.']);
  }
}
