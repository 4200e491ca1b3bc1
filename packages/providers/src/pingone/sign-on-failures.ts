import type { Failure } from '../failure.ts';
import { firstFailures, lastFailures } from './shared-failures.ts';

// Security: what came back from somebody else, or was made up, is said before anything that it says itself.
const rows = [
  {
    code: 'mix_up',
    saw: ['issuer_unexpected'],
    message: 'The sign-in was answered in the name of another PingOne environment, so the answer was thrown away.',
    remedy: 'Try again. If it stays so, tell the app that you are connecting to, and do not sign in to PingOne from here.',
    retryable: true,
    status: 502,
  },
  {
    code: 'id_token_invalid',
    saw: ['id_token_invalid'],
    message: 'PingOne confirmed the sign-in with an ID token that does not belong to it, so the answer was thrown away.',
    remedy: 'Try again. If it stays so, tell the app that you are connecting to.',
    retryable: true,
    status: 502,
  },
  {
    code: 'consent_refused',
    saw: ['consent_refused'],
    guideStep: 'sign-in',
    message: 'The sign-in was cancelled, or PingOne does not let this user use the application.',
    remedy: 'Try again and allow what is asked. If nothing was asked, let an administrator look at the Access tab of the application.',
    retryable: true,
    status: 422,
  },
  {
    code: 'login_required',
    saw: ['sign_on_required'],
    guideStep: 'sign-in',
    message: 'PingOne asked for a sign-on and did not get one.',
    remedy: 'Try again, and sign in to PingOne in the window that opens.',
    retryable: true,
    status: 422,
  },
  {
    code: 'redirect_uri_mismatch',
    saw: ['redirect_uri_refused'],
    guideStep: 'redirect-uri',
    message: 'The application in PingOne does not have the redirect URI to which this sign-in comes back.',
    remedy:
      'On the Configuration tab of the application, add the redirect URI from the connection guide to Redirect URIs, letter by letter, and save.',
    retryable: false,
    status: 422,
  },
  {
    code: 'application_disabled',
    saw: ['client_disabled'],
    field: 'client_id',
    guideStep: 'enable-application',
    message: 'The application through which you sign in is disabled in PingOne.',
    remedy: 'Switch on the toggle at the top right of the OIDC Web App, then try again.',
    retryable: false,
    status: 422,
  },
  // Comes before what is said of a client that is not known: an application that is told which grant it may not use, is known.
  {
    code: 'wrong_application_type',
    saw: ['grant_refused'],
    field: 'client_id',
    guideStep: 'create-web-app',
    message: 'The application may not use the authorization code grant, so nobody can sign in through it.',
    remedy:
      'Use the Client ID and Client Secret of an OIDC Web App. If it is one, tick Authorization Code and Refresh Token on its Configuration tab.',
    retryable: false,
    status: 422,
  },
  {
    code: 'wrong_client_secret',
    saw: ['client_refused', 'method_refused'],
    field: 'client_secret',
    guideStep: 'client-secret',
    message: 'PingOne knows the application through which you sign in, but does not accept its client secret.',
    remedy:
      'Copy the Client Secret again from the Overview tab of the OIDC Web App, and check that the toggle at its top right is on. Where the form asks for no secret, tell the app that you are connecting to.',
    retryable: false,
    status: 422,
  },
  {
    code: 'unknown_client',
    saw: ['client_refused'],
    field: 'client_id',
    guideStep: 'client-id',
    message: 'This environment has no enabled application with the client ID through which you sign in.',
    remedy:
      'Check that the OIDC Web App belongs to this environment, that its toggle at the top right is on, and that the Client ID is the one on its Overview tab. Where the form asks for no client ID, tell the app that you are connecting to.',
    retryable: false,
    status: 422,
  },
  {
    code: 'scope_refused',
    saw: ['scope_refused'],
    guideStep: 'scopes',
    message: 'PingOne does not grant the application the scopes that were asked for.',
    remedy: 'On the Resources tab of the OIDC Web App, select the scopes from the connection guide and save.',
    retryable: false,
    status: 422,
  },
  {
    code: 'code_refused',
    saw: ['grant_invalid', 'code_presented'],
    message: 'PingOne did not take back the code of the sign-in: it was used before, or came too late.',
    remedy: 'Try again. If it stays so, tell the app that you are connecting to.',
    retryable: true,
    status: 422,
  },
  {
    code: 'refresh_token_refused',
    saw: ['grant_invalid', 'refresh_token_presented'],
    guideStep: 'sign-in',
    message: 'PingOne no longer accepts the refresh token: it has expired or was revoked, or its session has ended.',
    remedy: 'Connect again and sign in to PingOne.',
    retryable: false,
    status: 422,
  },
  {
    code: 'no_refresh_token',
    saw: ['refresh_token_missing'],
    guideStep: 'refresh-token',
    message: 'The access token has expired, and PingOne gave no refresh token with which to renew it.',
    remedy: 'On the Configuration tab of the OIDC Web App, tick Refresh Token and save. Then connect again.',
    retryable: false,
    status: 422,
  },
  {
    code: 'token_refused',
    saw: ['token_refused'],
    guideStep: 'enable-application',
    message: 'PingOne denied the application an access token.',
    remedy: 'Check that the toggle at the top right of the OIDC Web App is on, and that its Access tab lets this user in.',
    retryable: true,
    status: 422,
  },
  {
    code: 'auth_method_unsupported',
    saw: ['method_refused'],
    field: 'client_secret',
    guideStep: 'auth-method',
    message:
      'The OIDC Web App does not accept a client secret: its Token Endpoint Authentication Method is Client Secret JWT, Private Key JWT or None.',
    remedy: 'On the Configuration tab of the OIDC Web App, set Token Endpoint Authentication Method to Client Secret Post and save.',
    retryable: false,
    status: 422,
  },
  {
    code: 'authorization_refused',
    saw: ['authorization_refused'],
    guideStep: 'create-web-app',
    message: 'PingOne refused the sign-in before anybody could sign in.',
    remedy:
      'Compare the OIDC Web App with the connection guide, step by step. If it stays so, give the correlation ID to Ping Identity support.',
    retryable: true,
    status: 422,
  },
] as const satisfies readonly Failure[];

/** Ways in which signing in to PingOne goes wrong, and keeping the access that it gave. The first row all of whose signs were seen wins. */
export const signOnFailures: readonly Failure[] = [...firstFailures, ...rows, ...lastFailures];

/** Those among {@link signOnFailures} that are said in words of their own. */
export type SignOnFailureCode = (typeof rows)[number]['code'];
