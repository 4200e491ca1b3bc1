/**
 * The answers of PingOne that nobody has written down, each with its plausible variants.
 *
 * A product that is right under every variant does not depend on a guess.
 */

/** How each switch stands. */
export type SwitchValues = {
  readonly unknown_environment: 'platform-404' | 'oauth-400' | 'html-404';
  readonly malformed_environment: 'platform-404' | 'platform-400';
  readonly disabled_application: 'after-secret' | 'before-method' | 'explicit-text' | 'forbidden';
  readonly no_role_status: '403' | '400';
  readonly grant_not_enabled: 'unauthorized_client' | 'unsupported_grant_type';
  readonly unknown_grant: 'unsupported_grant_type' | 'invalid_request';
  readonly basic_credentials: 'url-decoded' | 'raw';
  readonly www_authenticate: 'present' | 'absent';
  readonly oauth_details: 'absent' | 'present';
};

const DEFAULTS: SwitchValues = {
  unknown_environment: 'platform-404',
  malformed_environment: 'platform-404',
  disabled_application: 'after-secret',
  no_role_status: '403',
  grant_not_enabled: 'unauthorized_client',
  unknown_grant: 'unsupported_grant_type',
  basic_credentials: 'url-decoded',
  www_authenticate: 'present',
  oauth_details: 'absent',
};

const SWITCHES: {
  readonly [Name in keyof SwitchValues]: { readonly question: string; readonly variants: Readonly<Record<SwitchValues[Name], string>> };
} = {
  unknown_environment: {
    question: 'How does the auth host answer for an environment that it does not know, or that lives in another region?',
    variants: {
      'platform-404': 'Status 404 and NOT_FOUND, in the shape of the API.',
      'oauth-400': 'Status 400 and invalid_request, in the shape of OAuth.',
      'html-404': 'Status 404 and a page of HTML.',
    },
  },
  malformed_environment: {
    question: 'How does the auth host answer when the environment ID is no UUID?',
    variants: {
      'platform-404': 'Status 404 and NOT_FOUND.',
      'platform-400': 'Status 400 and INVALID_DATA.',
    },
  },
  disabled_application: {
    question: 'How is a disabled application refused?',
    variants: {
      'after-secret': 'As if the secret were wrong; the method is checked first.',
      'before-method': 'As if the client were unknown, whatever the method.',
      'explicit-text': 'With status 401 and a text that says so, once the secret is right.',
      forbidden: 'With status 403 and access_denied.',
    },
  },
  no_role_status: {
    question: 'Which status has the refusal of a worker without roles?',
    variants: { '403': 'Status 403.', '400': 'Status 400.' },
  },
  grant_not_enabled: {
    question: 'How is a grant refused that the application may not use?',
    variants: {
      unauthorized_client: 'Status 400 and unauthorized_client.',
      unsupported_grant_type: 'Status 400 and unsupported_grant_type.',
    },
  },
  unknown_grant: {
    question: 'How is a grant refused that PingOne does not have?',
    variants: {
      unsupported_grant_type: 'Status 400 and unsupported_grant_type.',
      invalid_request: 'Status 400 and invalid_request.',
    },
  },
  basic_credentials: {
    question: 'Are the client ID and secret of HTTP Basic decoded from form encoding?',
    variants: {
      'url-decoded': 'Yes, as RFC 6749 §2.3.1 says.',
      raw: 'No, they are taken as they stand.',
    },
  },
  www_authenticate: {
    question: 'Does a 401 to HTTP Basic carry a WWW-Authenticate header?',
    variants: { present: 'Yes.', absent: 'No.' },
  },
  oauth_details: {
    question: 'Do OAuth errors carry a list of details, as one user reports?',
    variants: { absent: 'No.', present: 'Yes.' },
  },
};

/** A switch as people see it. */
export interface SwitchDescription {
  readonly name: string;
  readonly question: string;
  readonly value: string;
  readonly variants: readonly { readonly value: string; readonly does: string }[];
}

/** The switches of one sandbox. */
export interface SwitchBoard {
  readonly read: () => SwitchValues;
  /** @throws {RangeError} When there is no such switch, or it has no such variant. */
  readonly set: (name: string, value: string) => void;
  readonly list: () => SwitchDescription[];
}

/** Makes a board on which every switch stands at its default. */
export function createSwitchBoard(): SwitchBoard {
  let values = DEFAULTS;
  return {
    read: () => values,
    set: (name, value) => {
      if (!isSwitch(name)) throw new RangeError(`There is no switch "${name}". Use one of: ${Object.keys(SWITCHES).join(', ')}.`);
      const { variants } = SWITCHES[name];
      if (!Object.hasOwn(variants, value)) {
        throw new RangeError(`The switch "${name}" has no variant "${value}". Use one of: ${Object.keys(variants).join(', ')}.`);
      }
      values = { ...values, [name]: value };
    },
    list: () =>
      Object.keys(SWITCHES)
        .filter(isSwitch)
        .map((name) => ({
          name,
          question: SWITCHES[name].question,
          value: values[name],
          variants: Object.entries(SWITCHES[name].variants).map(([value, does]) => ({ value, does })),
        })),
  };
}

function isSwitch(name: string): name is keyof SwitchValues {
  return Object.hasOwn(SWITCHES, name);
}
