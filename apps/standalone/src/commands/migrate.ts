import type { Command } from '../command.ts';
import { loadSettings } from '../load-settings.ts';
import { openLatchkey } from '../open-latchkey.ts';

/** `latchkey migrate`: brings the database to the newest version, and ends. `serve` does so too; this is for who wants it done before. */
export const migrate: Command = async ({ environment, print, warn }) => {
  const { connect } = await openLatchkey(loadSettings(environment, warn));
  await connect.close();
  print('The database is up to date.');
  return 0;
};
