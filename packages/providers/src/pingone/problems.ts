import type { ProblemText } from '../provider.ts';

/** What can be wrong with the values of PingOne's forms, by code. Kept apart from the fields, because a form is shown before anything is wrong. */
export const problems = {
  environment_id_missing: {
    message: 'The environment ID is missing.',
    remedy: 'Copy it from Settings → Environment Properties in the PingOne admin console.',
  },
  environment_id_invalid: {
    message: 'This is not an environment ID.',
    remedy:
      'An environment ID is 32 letters and digits in five groups, like f2aba07d-270c-42ba-8811-01af5f63d458. Copy it from Settings → Environment Properties.',
  },
  environment_id_is_custom_domain: {
    message: 'This is the address of a custom domain, which tells neither the environment nor its region.',
    remedy: 'Copy the Environment ID from Settings → Environment Properties; the region stands on the same page.',
  },
  environment_not_found: {
    message: 'No PingOne region knows an environment with this ID.',
    remedy:
      'Copy the Environment ID from Settings → Environment Properties; the organization ID, which stands next to it, is a different one.',
  },
  region_missing: {
    message: 'The region is missing.',
    remedy: 'Choose the region that Settings → Environment Properties shows.',
  },
  region_unknown: {
    message: 'PingOne has no region with this top-level domain.',
    remedy: 'Use one of com, ca, eu, com.au, sg or asia.',
  },
  client_id_missing: {
    message: 'The client ID is missing.',
    remedy: 'Copy it from the Overview tab of the application.',
  },
  client_id_invalid: {
    message: 'This is not a PingOne client ID.',
    remedy: 'A client ID is 32 letters and digits in five groups. Copy it from the Overview tab of the application.',
  },
  client_secret_missing: {
    message: 'The client secret is missing.',
    remedy: 'Copy it from the Overview tab of the application.',
  },
  client_secret_invalid: {
    message: 'This cannot be a client secret.',
    remedy: 'A client secret is one line of text. Use the copy button next to Client Secret in PingOne, and paste it alone.',
  },
  client_secret_masked: {
    message: 'These are the dots that hide the secret, not the secret.',
    remedy: 'Press the eye or the copy button next to Client Secret in PingOne, then paste again.',
  },
  client_secret_short: {
    message: 'This is shorter than the client secrets that PingOne makes, so it may have been cut off.',
    remedy: 'Compare it with the one in PingOne, or use the copy button there. If it is whole, go on.',
  },
  client_secret_spaced: {
    message: 'There is a space in this secret, so something else may have been copied with it.',
    remedy: 'Compare it with the one in PingOne, or use the copy button there. If it is right, go on.',
  },
  client_id_is_environment_id: {
    message: 'The client ID is the same as the environment ID.',
    remedy: 'Copy the Client ID from the Overview tab of the application; it differs from the environment’s ID.',
  },
  client_secret_is_client_id: {
    message: 'The client secret is the same as the client ID.',
    remedy: 'Use the copy button next to Client Secret, which stands below the Client ID on the Overview tab.',
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
