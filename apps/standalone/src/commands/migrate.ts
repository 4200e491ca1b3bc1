import type { Command } from '../command.ts';
import { loadSettings } from '../load-settings.ts';
import { openLatchkey } from '../open-latchkey.ts';
import { takeNothing } from '../parse-words.ts';

/** `latchkey migrate`: brings the database to the newest version, and ends. `serve` does so too; this is for who wants it done before. */
export const migrate: Command = {
  about: 'brings the database to the newest version',
  usage: `latchkey migrate

  Brings the database to the newest version, and ends. "serve" does so too.`,

  async run({ words, environment, print, warn }) {
    takeNothing(words);
    const connect = await openLatchkey(loadSettings(environment, warn));
    await connect.close();
    print('The database is up to date.');
    return 0;
  },
};
