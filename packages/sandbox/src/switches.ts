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
  readonly authorization_refusal: 'sign-on-page' | 'platform-400' | 'html-400';
  readonly authorization_response_iss: 'absent' | 'present';
  readonly ungranted_scope: 'ignored' | 'refused';
  readonly invalid_grant_status: '400' | '401';
  readonly invalid_grant_text: 'invalid' | 'does-not-exist' | 'none';
  readonly refresh_token_format: 'opaque' | 'jwt';
  readonly revoke_api_token: 'ignored' | 'unsupported_token_type';
  readonly user_lists_environments: '403' | 'empty-list';
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
  authorization_refusal: 'sign-on-page',
  authorization_response_iss: 'absent',
  ungranted_scope: 'ignored',
  invalid_grant_status: '400',
  invalid_grant_text: 'invalid',
  refresh_token_format: 'opaque',
  revoke_api_token: 'ignored',
  user_lists_environments: '403',
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
  authorization_refusal: {
    question:
      'Where does an authorization request end that must not be sent back to the application, such as one with a wrong redirect URI?',
    variants: {
      'sign-on-page': 'On the sign-on page, which shows the error.',
      'platform-400': 'With status 400 and JSON, in the shape of the API.',
      'html-400': 'With status 400 and a page of HTML.',
    },
  },
  authorization_response_iss: {
    question: 'Does the authorization response name its issuer, as RFC 9207 says?',
    variants: { absent: 'No.', present: 'Yes.' },
  },
  ungranted_scope: {
    question: 'What becomes of a scope that the application is not granted, beside one that it is?',
    variants: { ignored: 'It is left out.', refused: 'The request is refused with invalid_scope.' },
  },
  invalid_grant_status: {
    question: 'Which status has the refusal of a code or refresh token?',
    variants: { '400': 'Status 400.', '401': 'Status 401.' },
  },
  invalid_grant_text: {
    question: 'Which text has the refusal of a code or refresh token?',
    variants: {
      invalid: 'That the grant is invalid.',
      'does-not-exist': 'That the code or token does not exist.',
      none: 'None: the error alone.',
    },
  },
  refresh_token_format: {
    question: 'Which format has a refresh token?',
    variants: { opaque: 'An opaque string, as in new applications.', jwt: 'A JSON Web Token, as in old applications.' },
  },
  revoke_api_token: {
    question: 'What does the revocation endpoint answer to an access token for the API, which it does not revoke?',
    variants: { ignored: 'Status 200, and the token lives on.', unsupported_token_type: 'Status 400 and unsupported_token_type.' },
  },
  user_lists_environments: {
    question: 'What does the API answer when a user asks for the list of environments?',
    variants: { '403': 'Status 403.', 'empty-list': 'An empty list.' },
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
