import { buildCustomIssuer } from './custom-domain.ts';
import { deriveId } from './derive-identity.ts';
import { PROCESSING_FAILED, VALIDATION_FAILED } from './error-bodies.ts';
import type { Scenario } from './scenario.ts';

/** Scenarios of a person's sign-on: in the browser, and on the way back to the application. */
export const signOnScenarios: readonly Scenario[] = [
  {
    id: 'sign_on_isolated',
    title: 'The sign-on page severs the opener',
    does: 'The sign-on pages carry “Cross-Origin-Opener-Policy: same-origin”: the window that opened them sees a closed popup, and the popup has no opener.',
    steps: ['sign-on'],
    effects: { on: { headers: { 'cross-origin-opener-policy': 'same-origin' } } },
  },
  {
    id: 'sign_on_hangs',
    title: 'The sign-on page never loads',
    does: 'Takes the request for the sign-on page and never answers.',
    steps: ['sign-on'],
    effects: { on: { answer: () => undefined } },
  },
  {
    id: 'consent_asked',
    title: 'Consent is asked for',
    does: 'After the sign-on a page asks to allow or deny what the application wants.',
    steps: ['authorize'],
    effects: { on: { consent: 'asked' } },
  },
  {
    id: 'consent_refused',
    title: 'The person refuses',
    does: 'After the sign-on the application gets access_denied.',
    reach: 'Press Cancel on the sign-on page, or Deny where consent is asked for.',
    steps: ['authorize'],
    effects: { on: { consent: 'refused' } },
  },
  {
    id: 'redirect_uri_mismatch',
    title: 'Redirect URI mismatch',
    does: 'The sign-on page shows the error, and nothing ever comes back to the application.',
    reach: 'Leave the redirect URI out of the application’s list.',
    steps: ['authorize'],
    effects: { on: { pretend: (application) => ({ ...application, redirectUris: ['https://elsewhere.example/oauth/callback'] }) } },
  },
  {
    id: 'login_required',
    title: 'Nobody signs on',
    does: 'The application gets login_required, as if it had asked for an answer without a sign-on page.',
    reach: 'Ask with prompt=none where nobody has signed on.',
    steps: ['authorize'],
    effects: { on: { deny: { status: 400, error: 'login_required', reason: PROCESSING_FAILED } } },
  },
  {
    id: 'authorization_refused',
    title: 'The authorization request is refused',
    does: 'The application gets invalid_request before anybody can sign on.',
    reach: 'Leave the code challenge out for “Portal with PKCE required”.',
    steps: ['authorize'],
    effects: {
      on: {
        deny: { status: 400, error: 'invalid_request', reason: `${VALIDATION_FAILED}: A parameter is not allowed for the application` },
      },
    },
  },
  {
    id: 'custom_domain',
    title: 'A domain of its own',
    does: 'Metadata, tokens and authorization responses name an issuer under a custom domain, while the old addresses go on working.',
    steps: ['discovery', 'authorize', 'resume', 'token'],
    effects: { on: { issuer: (_issuer, environment) => buildCustomIssuer(environment) } },
  },
  {
    id: 'mix_up',
    title: 'A response from another issuer',
    does: 'The authorization response names the issuer of another environment.',
    steps: ['authorize', 'resume'],
    effects: { on: { responseIssuer: (issuer, { id }) => issuer.replace(id, deriveId(`other:${id}`)) } },
  },
];
