import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingsError } from './settings-error.ts';

/** Folders of the pages that were built beforehand. */
export interface Pages {
  readonly console: string;
  /** The page on which customers connect. */
  readonly hosted: string;
}

const APPS = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Finds the pages beside this app.
 *
 * @param apps The folder of the apps.
 * @throws {SettingsError} When they were not built.
 */
export function findPages(apps = APPS): Pages {
  const pages = { console: join(apps, 'console/dist'), hosted: join(apps, 'hosted/dist/page') };
  const missing = Object.values(pages).filter((folder) => !existsSync(join(folder, 'index.html')));
  if (missing.length === 0) return pages;
  throw new SettingsError(
    missing.map((folder) => `The pages in ${folder} were not built. From a clone, "npx pnpm@12 start" builds them, and then serves.`),
  );
}
