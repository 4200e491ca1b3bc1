import type { ProviderForm } from '../provider.ts';
import { clientIdField, clientSecretField, environmentIdField, topLevelDomainField } from './fields.ts';
import { formBasics } from './form-basics.ts';

/** The form of a sign-in to PingOne. */
export const pingOneForm = {
  ...formBasics,
  provider: 'pingone',
  displayName: 'PingOne',
  grant: 'authorization_code',
  fields: [environmentIdField, topLevelDomainField],
  clientFields: [{ ...clientIdField, description: 'The Client ID on the Overview tab of your OIDC Web App.' }, clientSecretField],
  accessLabels: {
    read_profile: 'Read your profile',
    read_own_user: 'Read your user',
  },
  copies: { 'redirect-uri': 'redirect_uri', scopes: 'scopes' },
} as const satisfies ProviderForm;
