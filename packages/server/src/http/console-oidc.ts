/** Signing in to the console through an OpenID Connect provider: a person meets these, so what goes wrong is a page. */

import type { Response } from 'express';
import { SIGN_IN_MS, type OidcSignIn } from '../console/oidc-sign-in.ts';
import { connectError } from '../errors.ts';
import { logError } from '../log.ts';
import type { Deps } from '../use-cases/deps.ts';
import { beginSession, getConsole, recordRefusal } from './console-operations.ts';
import { toConnectError } from './format-error.ts';
import { html, type Html } from './html.ts';
import { findCookie } from './popup/popup-requests.ts';
import { sendPage } from './popup/send-page.ts';
import type { Exchange } from './route.ts';
import { readRequestId } from './request-id.ts';

/** Binds a sign-in to the browser in which it was begun. */
const BINDING_COOKIE = '__Host-latchkey_console_oidc';

// Security: Lax, because it is another site that sends the browser back.
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Sends a browser to the provider. */
export async function startOidc(deps: Deps, returnTo: string | undefined, { response }: Exchange): Promise<void> {
  const oidc = getOidc(deps);
  await answerPerson(deps, response, async () => {
    const { url, binding } = await oidc.start(returnTo);
    response.append('Set-Cookie', `${BINDING_COOKIE}=${binding}; ${ATTRIBUTES}; Max-Age=${SIGN_IN_MS / 1000}`);
    return url;
  });
}

/** Takes a browser back from the provider, and leads it to the console. */
export async function finishOidc(deps: Deps, exchange: Exchange): Promise<void> {
  const oidc = getOidc(deps);
  const { request, response } = exchange;
  const start = request.url.indexOf('?');
  const query = start === -1 ? '' : request.url.slice(start + 1);
  const binding = findCookie(request.headers, BINDING_COOKIE);
  response.append('Set-Cookie', `${BINDING_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
  await answerPerson(deps, response, async () => {
    const { person, returnTo } = await oidc.finish(new URLSearchParams(query), binding);
    if (person === undefined) {
      // Security: written down only here, where the provider has said who it is: any other response may be made up by anybody, again and again.
      const refusal = connectError('sign_in_not_permitted');
      await recordRefusal(deps, refusal, 'oidc', exchange);
      throw refusal;
    }
    await beginSession(deps, person, exchange);
    return returnTo;
  });
}

function getOidc(deps: Deps): OidcSignIn {
  const { oidc } = getConsole(deps);
  if (oidc === undefined) throw connectError('not_found');
  return oidc;
}

/** Leads a browser on, or says on a page why not. */
async function answerPerson(deps: Deps, response: Response, work: () => Promise<string>): Promise<void> {
  try {
    const url = await work();
    response.status(303).location(url).type('html').end();
  } catch (thrown) {
    const error = toConnectError(thrown);
    logError(deps.logger, error, readRequestId(response));
    sendPage(response, error.status, renderRefusal(deps.publicUrl, error.message, error.remedy));
  }
}

function renderRefusal(publicUrl: string, message: string, remedy: string): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Not signed in</title>
        <link rel="stylesheet" href="${publicUrl}/oauth/popup.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <section class="failed">
            <h1>Not signed in</h1>
            <p>${message}</p>
            <p>${remedy}</p>
            <a class="button" href="/console/">Back to the console</a>
          </section>
        </main>
      </body>
    </html>`;
}
