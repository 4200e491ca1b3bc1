import type { ProviderForm } from '../provider.ts';
import { regions } from './regions.ts';

/** What PingOne's forms have in common, beside fields. */
export const formBasics = {
  regions,
  distinct: [
    {
      field: 'client_id',
      from: 'environmentId',
      problem: 'client_id_is_environment_id',
    },
    {
      field: 'client_secret',
      from: 'client_id',
      problem: 'client_secret_is_client_id',
    },
  ],
  consoleUrl: 'https://console.pingone.{tld}/?env={environmentId}',
  loadParsePasted: () => import('./parse-pasted.ts').then((part) => part.parsePasted),
} as const satisfies Partial<ProviderForm>;
