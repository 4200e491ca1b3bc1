import type { LoggedRequest } from '../request-log.ts';
import type { SandboxState } from '../sandbox-state.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { renderEnvironment, renderValue } from './render-environment.ts';
import { renderScenarios, renderSwitches } from './render-scenarios.ts';

const SHOWN_REQUESTS = 25;

/** Draws the sandbox's page. */
export function renderPage(state: SandboxState): string {
  const { url } = state;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Sandbox: not PingOne</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script type="module" src="/page.js"></script>
      </head>
      <body>
        <header class="top">
          <div class="inside">
            <p class="brand">Sandbox: not PingOne</p>
            <nav aria-label="Sections">
              <a href="#environments">Environments</a><a href="#scenarios">Scenarios</a><a href="#switches">Switches</a
              ><a href="#requests">Requests</a>
            </nav>
          </div>
        </header>
        <main class="inside">
          <h1>A PingOne to test against</h1>
          <p class="lead">
            It answers like PingOne on this machine alone. Nothing here is real: the people are invented, and the secrets open nothing else.
          </p>
          <dl class="values hosts">
            ${renderValue('Auth host', `${url}/auth/{tld}`)}${renderValue('API host', `${url}/api/{tld}`)}${renderValue(
              'Sign-on pages',
              `${url}/apps/{tld}`,
            )}${renderValue('Console', `${url}/console/{tld}`)}
          </dl>
          <noscript><p class="hint">Copying and switching need JavaScript.</p></noscript>
          <section aria-labelledby="environments">
            <h2 id="environments">Environments</h2>
            ${state.environments.map(renderEnvironment)}
          </section>
          <section aria-labelledby="scenarios">
            <h2 id="scenarios">Scenarios</h2>
            <p class="hint">
              Each failure can be met on purpose. Here a scenario is switched on for everything; tests narrow it to one environment, one
              client or the next few requests with <code>PUT /scenarios/{id}</code>.
            </p>
            ${renderScenarios(state.scenarios.list())}
          </section>
          <section aria-labelledby="switches">
            <h2 id="switches">Switches</h2>
            <p class="hint">What PingOne answers here is written down nowhere, so every plausible answer can be tried.</p>
            ${renderSwitches(state.switches.list())}
          </section>
          <section aria-labelledby="requests">
            <h2 id="requests">Latest requests</h2>
            ${renderRequests(state.requests.slice(-SHOWN_REQUESTS).toReversed())}
          </section>
        </main>
        <p class="toast" role="status" aria-live="polite"></p>
      </body>
    </html>`;
  return page.markup;
}

function renderRequests(requests: readonly LoggedRequest[]): Html {
  if (requests.length === 0) return html`<p class="hint">None yet. Reload the page to see those that came.</p>`;
  return html`<div class="scroller" tabindex="0" role="group" aria-label="Table of requests">
    <table>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Status</th>
          <th scope="col">Request</th>
          <th scope="col">Method</th>
          <th scope="col">Scenarios</th>
        </tr>
      </thead>
      <tbody>
        ${requests.map(
          ({ at, status, method, path, authMethod, scenarios }) =>
            html`<tr>
              <td>${at.slice(11, 19)}</td>
              <td>${status ?? '—'}</td>
              <td><code>${method} ${path}</code></td>
              <td>${authMethod}</td>
              <td>${scenarios.join(', ')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
