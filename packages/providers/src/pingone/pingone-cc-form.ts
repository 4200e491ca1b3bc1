import type { ProviderForm } from '../provider.ts';
import { clientIdField, clientSecretField, environmentIdField, topLevelDomainField } from './fields.ts';
import { regions } from './regions.ts';

/** The form of PingOne's worker applications. */
export const pingOneClientCredentialsForm = {
  provider: 'pingone-cc',
  displayName: 'PingOne (Client Credentials)',
  grant: 'client_credentials',
  fields: [environmentIdField, topLevelDomainField, clientIdField, clientSecretField],
  clientFields: [],
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
  accessLabels: {
    read_environment: 'Read the environment',
    read_users: 'Read users',
    read_populations: 'Read populations',
    read_applications: 'Read applications',
  },
  loadParsePasted: () => import('./parse-pasted.ts').then((part) => part.parsePasted),
} as const satisfies ProviderForm;
