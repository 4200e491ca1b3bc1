import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from './read-settings.ts';
import { SettingsError } from './settings-error.ts';

/** Folders of the pages that were built beforehand. */
export interface Pages {
  readonly console: string;
  /** The page on which customers connect. */
  readonly hosted: string;
  /** The script for pages without React. */
  readonly script: string;
}

const APPS = fileURLToPath(new URL('../..', import.meta.url));

/** Finds the pages: beside this app, unless the settings name another folder. @throws {SettingsError} When they were not built. */
export function findPages({ pagesDir: apps = APPS }: Settings): Pages {
  const pages = { console: join(apps, 'console/dist'), hosted: join(apps, 'hosted/dist/page'), script: join(apps, 'hosted/dist/script') };
  const needed = [join(pages.console, 'index.html'), join(pages.hosted, 'index.html'), join(pages.script, 'connect.js')];
  const missing = needed.filter((file) => !existsSync(file));
  if (missing.length === 0) return pages;
  throw new SettingsError(missing.map((file) => `There is no ${file}. In a clone, "npx pnpm@12 start" builds it, and then serves.`));
}
