import { ConnectError, readDatabaseState, readEncryptionKeyId, type Connect } from '@latchkey/server';
import { isShared } from '../build-options.ts';
import type { Finding } from './finding.ts';

const check = 'database';

/** What a look at the database needs. */
export interface DatabaseSources {
  readonly database: string;
  /** `undefined` when there are none yet. */
  readonly encryptionKeys: readonly string[] | undefined;
  /** Opens Latchkey on the database. Called when that changes nothing of its tables. */
  readonly open: () => Promise<Connect>;
}

/** Looks whether the database can be reached, has the right version, can be written, and can be opened with the keys. Brings nothing up to date. */
export async function checkDatabase({ database, encryptionKeys, open }: DatabaseSources): Promise<readonly Finding[]> {
  const kind = isShared(database) ? 'PostgreSQL' : 'SQLite';
  try {
    const state = await readDatabaseState(database);
    if (state === 'empty') return [{ check, state: 'ok', message: `${kind}: it is empty; the first start fills it.` }];
    if (state === 'newer') {
      const remedy = 'Start the newer version, or restore a backup that was made before.';
      return [{ check, state: 'failed', message: `${kind}: it belongs to a newer version of Latchkey.`, remedy }];
    }
    if (state === 'older') {
      const remedy = 'Bring it up to date: latchkey migrate. The next start does so too.';
      return [{ check, state: 'warning', message: `${kind}: it belongs to an older version of Latchkey.`, remedy }];
    }
    if (encryptionKeys === undefined) {
      const remedy = 'Put the file encryption-keys back, or set LATCHKEY_ENCRYPTION_KEYS to the keys that sealed it.';
      return [
        { check: 'encryption keys', state: 'failed', message: 'The database is in use, and there is no key to open it with.', remedy },
      ];
    }
    return await lookInside(kind, encryptionKeys, open);
  } catch (error) {
    return [{ check, state: 'failed', ...explain(kind, error) }];
  }
}

function explain(kind: string, error: unknown): Pick<Finding, 'message' | 'remedy'> {
  if (error instanceof ConnectError) return { message: `${kind}: ${error.message}`, remedy: error.remedy };
  // Security: what nobody has foreseen may repeat the URL, which has the password in it.
  const said = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : typeof error;
  return {
    message: `${kind}: it cannot be used (${said}).`,
    remedy: 'See that LATCHKEY_DATABASE_URL is right. "latchkey serve" tells the whole error.',
  };
}

async function lookInside(kind: string, encryptionKeys: readonly string[], open: () => Promise<Connect>): Promise<readonly Finding[]> {
  const connect = await open();
  try {
    await connect.checkHealth();
    return [
      { check, state: 'ok', message: `${kind}: it can be written, and is up to date.` },
      await judgeKeys(connect, new Set(encryptionKeys.map(readEncryptionKeyId))),
    ];
  } finally {
    await connect.close();
  }
}

async function judgeKeys(connect: Connect, known: ReadonlySet<string>): Promise<Finding> {
  const { current_key_id, keys } = (await connect.readEncryptionState()).data;
  const used = keys.filter(({ sealed_values }) => sealed_values > 0);
  const lost = used.filter(({ key_id }) => !known.has(key_id));
  if (lost.length > 0) {
    const values = lost.map(({ key_id, sealed_values }) => `${sealed_values} with "${key_id}"`).join(', ');
    return {
      check: 'encryption keys',
      state: 'failed',
      message: `What is sealed with a key that is not here cannot be opened: ${values}.`,
      remedy: 'Put the key back, after the first of LATCHKEY_ENCRYPTION_KEYS. Without it those customers have to connect again.',
    };
  }
  if (used.some(({ key_id }) => key_id !== current_key_id)) {
    const remedy = 'Seal them with the first: latchkey encryption-keys rotate';
    return { check: 'encryption keys', state: 'warning', message: 'Some values are sealed with an older key.', remedy };
  }
  return { check: 'encryption keys', state: 'ok', message: 'They open what is stored.' };
}
