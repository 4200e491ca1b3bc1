import type { AuthCall } from './auth-call.ts';
import type { Denial } from './error-bodies.ts';
import { buildOAuthBody } from './error-bodies.ts';
import type { SwitchValues } from './switches.ts';

/**
 * Refuses a client's request in the shape of OAuth.
 *
 * @see [RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-5.2)
 */
export function sendDenial({ response, exchange, presented }: AuthCall, denial: Denial, switches: SwitchValues): void {
  if (denial.status === 401 && presented.authMethod === 'CLIENT_SECRET_BASIC' && switches.www_authenticate === 'present') {
    response.set('www-authenticate', 'Basic realm="PingOne"');
  }
  const body = buildOAuthBody(denial, exchange.correlationId, switches.oauth_details === 'present');
  response.status(denial.status).set('cache-control', 'no-store').json(body);
}
