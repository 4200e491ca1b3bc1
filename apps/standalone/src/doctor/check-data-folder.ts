import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

const check = 'data folder';

/** Whoever is in the group, and everybody else. */
const OTHERS = 0o077;

/** Looks whether the folder can be written, and nobody else may look into it. */
export function checkDataFolder(path: string): Finding {
  try {
    const { mode } = statSync(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const open = (mode & OTHERS) === 0 ? [] : readdirSync(path).filter((name) => (statSync(join(path, name)).mode & OTHERS) !== 0);
    // Compat: Windows keeps no such modes.
    if (open.length === 0 || process.platform === 'win32') return { check, state: 'ok', message: `${path} can be written.` };
    const message = `Others on this machine may read ${open.join(', ')} in ${path}.`;
    return { check, state: 'warning', message, remedy: `Take it from them: chmod -R go= ${path}` };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { check, state: 'ok', message: `${path} is not there yet; the first start makes it.` };
    return {
      check,
      state: 'failed',
      message: `${path} cannot be read and written by this user.`,
      remedy: 'Give it to the user that Latchkey runs as, or name another with LATCHKEY_DATA_DIR.',
    };
  }
}
