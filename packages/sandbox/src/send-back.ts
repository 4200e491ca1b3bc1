import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Html } from './page/html.ts';
import { html } from './page/html.ts';

/** What an authorization response says: `code` or `error`, `state`, `iss`. */
export type AuthorizationResponse = Readonly<Record<string, string | null | undefined>>;

const SUBMIT = 'document.forms[0].submit()';
const SCRIPT: Html = { markup: `<script>${SUBMIT}</script>` };
const SCRIPT_HASH = createHash('sha256').update(SUBMIT).digest('base64');

/**
 * Sends the person back to the application.
 *
 * @param mode `query`, `fragment` or `form_post`; anything else is taken for `query`.
 * @see [RFC 6749 §4.1.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.2) and
 *   [OAuth 2.0 Form Post Response Mode §2](https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html#FormPostResponseMode)
 */
export function sendBack(
  response: ServerResponse,
  redirectUri: string,
  mode: string | null | undefined,
  values: AuthorizationResponse,
): void {
  const present = Object.entries(values).flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []));
  response.setHeader('cache-control', 'no-store');
  if (mode === 'form_post') return sendForm(response, redirectUri, present);
  const target = new URL(redirectUri);
  if (mode === 'fragment') target.hash = new URLSearchParams(present).toString();
  else for (const [name, value] of present) target.searchParams.set(name, value);
  response.writeHead(302, { location: target.href }).end();
}

function sendForm(response: ServerResponse, action: string, values: readonly (readonly [string, string])[]): void {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Back to the application</title>
      </head>
      <body>
        <form method="post" action="${action}">
          ${values.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
          <noscript><button type="submit">Continue</button></noscript>
        </form>
        ${SCRIPT}
      </body>
    </html>`;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
  });
  response.end(markup);
}
