import type { AppBody } from '@latchkey/protocol';
import type { Deps } from '../use-cases/deps.ts';

/** Writes whose page customers connect on. */
export function formatApp({ serverFacts }: Pick<Deps, 'serverFacts'>): AppBody['data'] {
  const { name, logoUrl } = serverFacts.app;
  return { name, logo_url: logoUrl ?? null };
}
