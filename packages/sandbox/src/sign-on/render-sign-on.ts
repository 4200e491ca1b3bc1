import type { SignOnUser } from '../environments.ts';
import type { Html } from '../page/html.ts';
import { html } from '../page/html.ts';

/** What a sign-on page tells of the sign-on. */
export interface SignOnFacts {
  readonly environmentName: string;
  readonly applicationName: string;
  readonly scopes: readonly string[];
  readonly users: readonly SignOnUser[];
  readonly loginHint: string;
}

/** Draws the page on which people sign on. */
export function renderSignOn(facts: SignOnFacts & { readonly username: string; readonly failed?: boolean }): Html {
  const { environmentName, applicationName, users, username, failed = false } = facts;
  return renderFrame(
    'Sign On',
    html`<p class="soft">${environmentName} · to continue to <b>${applicationName}</b></p>
      ${failed && html`<p class="problem" id="problem" role="alert">Incorrect username or password. Please try again.</p>`}
      <form method="post">
        <label for="username">Username</label>
        <input
          id="username"
          name="username"
          value="${username}"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          ${username === '' && html`autofocus`}
          ${failed && html`aria-invalid="true" aria-describedby="problem"`}
        />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          ${username !== '' && html`autofocus`}
          ${failed && html`aria-invalid="true" aria-describedby="problem"`}
        />
        <div class="buttons">
          <button class="primary" name="action" value="sign-on">Sign On</button>
          <button name="action" value="cancel" formnovalidate>Cancel</button>
        </div>
      </form>
      <details>
        <summary>Who can sign on here?</summary>
        <dl>
          ${users.map(
            ({ username, password }) =>
              html`<div>
                <dt>${username}</dt>
                <dd><code>${password}</code></dd>
              </div>`,
          )}
        </dl>
      </details>`,
  );
}

/** Draws the page on which people allow what an application asks for. */
export function renderConsent({ environmentName, applicationName, scopes }: SignOnFacts): Html {
  return renderFrame(
    'Allow access?',
    html`<p class="soft">${environmentName} · <b>${applicationName}</b> asks for:</p>
      <ul class="scopes">
        ${scopes.map((scope) => html`<li><code>${scope}</code></li>`)}
      </ul>
      <form method="post">
        <div class="buttons">
          <button class="primary" name="action" value="allow">Allow</button>
          <button name="action" value="deny">Deny</button>
        </div>
      </form>`,
  );
}

/** Draws a page that only says something. @param id What support would ask for. */
export function renderMessage(title: string, text: string, id?: string): Html {
  return renderFrame(
    title,
    html`<p>${text}</p>
      ${id !== undefined && html`<p class="soft">Correlation ID: <code>${id}</code></p>`}`,
  );
}

function renderFrame(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Sandbox: not PingOne</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/apps/sign-on.css" />
      </head>
      <body>
        <main>
          <p class="brand">Sandbox: not PingOne</p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
