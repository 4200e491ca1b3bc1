import type { Settings } from './read-settings.ts';
import { SettingsError } from './settings-error.ts';

/**
 * Reads where browsers and backends reach the process.
 *
 * @param port Where it listens, for when nobody says.
 * @returns An origin.
 * @throws {SettingsError} When it has a path or a query: the console's pages are at `/console` of their origin.
 */
export function readPublicUrl({ publicUrl }: Settings, port: number): string {
  if (publicUrl === undefined) return `http://localhost:${port}`;
  const { origin, pathname, search, hash } = new URL(publicUrl);
  if (pathname === '/' && search === '' && hash === '') return origin;
  throw new SettingsError([
    'LATCHKEY_PUBLIC_URL (publicUrl) has a path or a query. Give Latchkey a host name of its own, for example https://connect.example.com.',
  ]);
}
