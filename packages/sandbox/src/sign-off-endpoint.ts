import { decodeJwt } from 'jose';
import type { AuthCall } from './auth-call.ts';
import { matchesRedirectUri } from './match-redirect-uri.ts';
import { buildSignOnUrl } from './sandbox-state.ts';

/**
 * Ends the browser's session, and with it the refresh tokens that came of it.
 *
 * @see [OpenID Connect RP-Initiated Logout 1.0 §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
export async function answerSignOff({ state, request, response, environment, query, provider }: AuthCall): Promise<void> {
  const sessionId = /(?:^|; *)ST=([^;]+)/.exec(request.get('cookie') ?? '')?.[1];
  if (sessionId !== undefined) await provider.endSession(decodeURIComponent(sessionId));
  const clientId = query.get('client_id') ?? readAudience(query.get('id_token_hint'));
  const application = environment.applications.find((application) => application.clientId === clientId);
  const wanted = query.get('post_logout_redirect_uri');
  // Security: nobody is sent to an address that is not the application's own.
  const target = wanted !== null && application && matchesRedirectUri(application.signOffUris, wanted) ? new URL(wanted) : undefined;
  const passed = query.get('state');
  if (target && passed !== null) target.searchParams.set('state', passed);
  response.clearCookie('ST', { path: new URL(request.originalUrl, state.url).pathname.replace(/\/signoff$/, '') });
  response.redirect(302, target?.href ?? `${buildSignOnUrl(state, environment)}?signedOff=true`);
}

function readAudience(idToken: string | null): string | undefined {
  try {
    const { aud } = decodeJwt(idToken ?? '');
    return typeof aud === 'string' ? aud : undefined;
  } catch {
    return undefined;
  }
}
