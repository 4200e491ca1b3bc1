import type { Field } from '../provider.ts';

export const environmentIdField = {
  name: 'environmentId',
  in: 'connection_config',
  kind: 'uuid',
  label: 'Environment ID',
  description: 'The ID of the PingOne environment to connect. You can also paste a PingOne URL.',
  placeholder: 'f2aba07d-270c-42ba-8811-01af5f63d458',
  identifies: true,
  guideStep: 'environment-id',
  problems: {
    missing: 'environment_id_missing',
    invalid: 'environment_id_invalid',
    customDomain: 'environment_id_is_custom_domain',
    unknown: 'environment_not_found',
  },
} as const satisfies Field;

export const topLevelDomainField = {
  name: 'tld',
  in: 'connection_config',
  kind: 'region',
  label: 'Region',
  description: 'Where PingOne keeps the environment. It is found for you when the environment ID is complete.',
  placeholder: 'Choose a region',
  identifies: false,
  guideStep: 'region',
  problems: {
    missing: 'region_missing',
    invalid: 'region_unknown',
  },
} as const satisfies Field;

export const clientIdField = {
  name: 'client_id',
  in: 'credentials',
  kind: 'uuid',
  label: 'Client ID',
  description: 'The Client ID on the Overview tab of your Worker application.',
  placeholder: '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40',
  identifies: false,
  guideStep: 'client-id',
  problems: {
    missing: 'client_id_missing',
    invalid: 'client_id_invalid',
  },
} as const satisfies Field;

export const clientSecretField = {
  name: 'client_secret',
  in: 'credentials',
  kind: 'secret',
  label: 'Client Secret',
  description: 'The Client Secret on the same tab. It is sent over an encrypted connection and stored encrypted.',
  placeholder: 'Paste the client secret',
  identifies: false,
  guideStep: 'client-secret',
  usualLength: 64,
  problems: {
    missing: 'client_secret_missing',
    invalid: 'client_secret_invalid',
    masked: 'client_secret_masked',
    short: 'client_secret_short',
    spaced: 'client_secret_spaced',
  },
} as const satisfies Field;
