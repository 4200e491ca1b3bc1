import * as z from 'zod/mini';
import { connectError } from '../../errors.ts';
import { logError } from '../../log.ts';
import type { Deps } from '../../use-cases/deps.ts';
import { finishAuthorization } from '../../use-cases/finish-authorization.ts';
import { redeemTicket } from '../../use-cases/redeem-ticket.ts';
import { toConnectError } from '../format-error.ts';
import { renderCallbackPage, renderRefusedPage } from '../popup/callback-page.ts';
import { asksFirst, findCookie, isFromOwnPage, type OwnOrigins } from '../popup/popup-requests.ts';
import { popupScript } from '../popup/popup-script.ts';
import { popupStyle } from '../popup/popup-style.ts';
import { sendPage } from '../popup/send-page.ts';
import { renderStartPage } from '../popup/start-page.ts';
import { forAnyone, type Exchange, type Route } from '../route.ts';
import { sendJson } from '../send-json.ts';
import { readRequestId } from '../request-id.ts';

const startBody = z.strictObject({
  ticket: z.string().check(z.regex(/^[\w-]{43}$/)),
  /** Whether the window was opened by another one. */
  popup: z.boolean(),
});

/** How long a browser keeps the binding, in seconds: as long as an attempt lives. */
const BINDING_SECONDS = 600;

/** The pages of the window in which somebody signs in. */
export const popupRoutes: readonly Route[] = [
  forAnyone({
    method: 'GET',
    path: '/oauth/start',
    summary: 'The page at which the window of a sign-in begins.',
    status: 200,
    media: 'text/html',
    respond: ({ deps }, { request, response }) => {
      sendPage(response, 200, renderStartPage(deps.publicUrl, asksFirst(request.headers, readOrigins(deps))));
    },
  }),
  forAnyone({
    method: 'POST',
    path: '/oauth/start',
    summary: 'Spends the ticket of a sign-in, and binds it to the browser. Called by the page at which the window begins.',
    body: startBody,
    errors: ['origin_not_allowed', 'authorization_used', 'unknown_integration', 'oauth_client_missing', 'too_many_request'],
    perMinute: 300,
    status: 200,
    media: 'application/json',
    respond: async ({ deps, body }, { request, response }) => {
      if (!isFromOwnPage(request.headers, readOrigins(deps))) throw connectError('origin_not_allowed');
      const { authorizationUrl, cookie } = await redeemTicket(deps, body.ticket, body.popup);
      // Security: Lax, because it is another site that sends the browser back.
      const attributes = `Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${BINDING_SECONDS}`;
      response.append('Set-Cookie', `${cookie.name}=${cookie.value}; ${attributes}`);
      sendJson(response, 200, { authorization_url: authorizationUrl });
    },
  }),
  forAnyone({
    method: 'GET',
    path: '/oauth/callback',
    summary: 'The page to which the provider sends the window back: the redirect URI. It finishes the sign-in.',
    errors: ['unknown_authorization', 'authorization_not_bound', 'authorization_used', 'authorization_expired'],
    status: 200,
    media: 'text/html',
    respond: ({ deps }, exchange) => answerCallback(deps, exchange),
  }),
  forAnyone({
    method: 'GET',
    path: '/oauth/popup.js',
    summary: 'The script of these pages.',
    status: 200,
    media: 'text/javascript',
    respond: (_input, { response }) => void response.status(200).type('text/javascript').send(popupScript),
  }),
  forAnyone({
    method: 'GET',
    path: '/oauth/popup.css',
    summary: 'The style of these pages.',
    status: 200,
    media: 'text/css',
    respond: (_input, { response }) => void response.status(200).type('text/css').send(popupStyle),
  }),
];

async function answerCallback(deps: Deps, { request, response }: Exchange): Promise<void> {
  const start = request.url.indexOf('?');
  try {
    const finished = await finishAuthorization(deps, {
      query: new URLSearchParams(start === -1 ? '' : request.url.slice(start)),
      findCookie: (name) => findCookie(request.headers, name),
    });
    // A failure is an outcome, and this page tells it: what stands between may put a page of its own in the place of a 502.
    const status = finished.isRepeated ? connectError('authorization_used').status : 200;
    sendPage(response, status, renderCallbackPage(finished));
  } catch (thrown) {
    // It is a person who meets this, so the error is a page.
    const error = toConnectError(thrown);
    logError(deps.logger, error, readRequestId(response));
    sendPage(response, error.status, renderRefusedPage(error));
  }
}

function readOrigins({ publicUrl, allowedOrigins }: Deps): OwnOrigins {
  return { publicOrigin: new URL(publicUrl).origin, allowedOrigins };
}
