import type { Field, Problem } from '../provider.ts';

/** Said twice: when the region is looked up while the person types, and when connecting fails. */
export const environmentNotFound = {
  code: 'environment_not_found',
  message: 'No PingOne region knows an environment with this ID.',
  remedy:
    'Copy the Environment ID from Settings → Environment Properties; the organization ID, which stands next to it, is a different one.',
} as const satisfies Problem;

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
    missing: {
      code: 'environment_id_missing',
      message: 'The environment ID is missing.',
      remedy: 'Copy it from Settings → Environment Properties in the PingOne admin console.',
    },
    invalid: {
      code: 'environment_id_invalid',
      message: 'This is not an environment ID.',
      remedy:
        'An environment ID is 32 letters and digits in five groups, like f2aba07d-270c-42ba-8811-01af5f63d458. Copy it from Settings → Environment Properties.',
    },
    customDomain: {
      code: 'environment_id_is_custom_domain',
      message: 'This is the address of a custom domain, which tells neither the environment nor its region.',
      remedy: 'Copy the Environment ID from Settings → Environment Properties; the region stands on the same page.',
    },
    unknown: environmentNotFound,
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
    missing: {
      code: 'region_missing',
      message: 'The region is missing.',
      remedy: 'Choose the region that Settings → Environment Properties shows.',
    },
    invalid: {
      code: 'region_unknown',
      message: 'PingOne has no region with this top-level domain.',
      remedy: 'Use one of com, ca, eu, com.au, sg or asia.',
    },
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
    missing: {
      code: 'client_id_missing',
      message: 'The client ID is missing.',
      remedy: 'Copy it from the Overview tab of the Worker application.',
    },
    invalid: {
      code: 'client_id_invalid',
      message: 'This is not a PingOne client ID.',
      remedy: 'A client ID is 32 letters and digits in five groups. Copy it from the Overview tab of the Worker application.',
    },
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
    missing: {
      code: 'client_secret_missing',
      message: 'The client secret is missing.',
      remedy: 'Copy it from the Overview tab of the Worker application.',
    },
    invalid: {
      code: 'client_secret_invalid',
      message: 'This cannot be a client secret.',
      remedy: 'A client secret is one line of text. Use the copy button next to Client Secret in PingOne, and paste it alone.',
    },
    masked: {
      code: 'client_secret_masked',
      message: 'These are the dots that hide the secret, not the secret.',
      remedy: 'Press the eye or the copy button next to Client Secret in PingOne, then paste again.',
    },
    short: {
      code: 'client_secret_short',
      message: 'This is shorter than the client secrets that PingOne makes, so it may have been cut off.',
      remedy: 'Compare it with the one in PingOne, or use the copy button there. If it is whole, go on.',
    },
  },
} as const satisfies Field;
