import type { SandboxEnvironment } from '../environments.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

type Worker = SandboxEnvironment['workers'][number];

/** Draws one environment with all that can be typed into a form. */
export function renderEnvironment(environment: SandboxEnvironment): Html {
  const { name, environmentId, organizationId, region, tld, workers, webApps } = environment;
  return html`<article class="environment" id="${environmentId}" aria-labelledby="name-${environmentId}">
    <header>
      <h3 id="name-${environmentId}">${name}</h3>
      <span class="chip">${region} · .${tld}</span>
    </header>
    <dl class="values">${renderValue('Environment ID', environmentId)}${renderValue('Organization ID', organizationId)}</dl>
    <div class="applications">
      ${workers.map((worker) => renderWorker(environment, worker))}
      ${webApps.map(
        ({ name, clientId, clientSecret, redirectUris }) =>
          html`<div class="application" role="group" aria-label="${name}">
            <h4>${name} <span class="chip">OIDC Web App</span></h4>
            <dl class="values">
              ${renderValue('Client ID', clientId)}${renderValue('Client Secret', clientSecret)}
              <div>
                <dt>Redirect URIs</dt>
                <dd>${redirectUris.join(', ')}</dd>
              </div>
            </dl>
          </div>`,
      )}
    </div>
  </article>`;
}

function renderWorker({ environmentId, tld }: SandboxEnvironment, worker: Worker): Html {
  const { name, clientId, clientSecret, authMethod, enabled, roles } = worker;
  const lines = [`Environment ID: ${environmentId}`, `Region: ${tld}`, `Client ID: ${clientId}`, `Client Secret: ${clientSecret}`];
  return html`<div class="application" role="group" aria-label="${name}">
    <h4>
      ${name} <span class="chip">${authMethod}</span>${!enabled && html` <span class="chip warning">disabled</span>`}
      <button type="button" class="quiet" data-copy="${lines.join('\n')}" aria-label="Copy all values of ${name}">Copy all</button>
    </h4>
    <dl class="values">
      ${renderValue('Client ID', clientId)}${renderValue('Client Secret', clientSecret)}
      <div>
        <dt>Roles</dt>
        <dd>${roles.length > 0 ? roles.join(', ') : 'none'}</dd>
      </div>
    </dl>
  </div>`;
}

/** Draws one value with a button that copies it. */
export function renderValue(label: string, value: string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd><code>${value}</code><button type="button" class="quiet" data-copy="${value}" aria-label="Copy ${label}">Copy</button></dd>
  </div>`;
}
