import type { ProviderForm } from '../provider.ts';
import { clientIdField, clientSecretField, environmentIdField, topLevelDomainField } from './fields.ts';
import { formBasics } from './form-basics.ts';

/** The form of PingOne's worker applications. */
export const pingOneClientCredentialsForm = {
  ...formBasics,
  provider: 'pingone-cc',
  displayName: 'PingOne (Client Credentials)',
  grant: 'client_credentials',
  fields: [environmentIdField, topLevelDomainField, clientIdField, clientSecretField],
  clientFields: [],
  accessLabels: {
    read_environment: 'Read the environment',
    read_users: 'Read users',
    read_populations: 'Read populations',
    read_applications: 'Read applications',
  },
  copies: {},
} as const satisfies ProviderForm;
