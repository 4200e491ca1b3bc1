import type { Application, Environment, SandboxEnvironment } from '../environments.ts';
import { describeEnvironment } from '../environments.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

type Worker = SandboxEnvironment['workers'][number];

/** Draws one environment with all that can be typed into a form. */
export function renderEnvironment(environment: Environment): Html {
  const described = describeEnvironment(environment);
  const { name, environmentId, organizationId, region, tld, workers } = described;
  return html`<article class="environment" id="${environmentId}" aria-labelledby="name-${environmentId}">
    <header>
      <h3 id="name-${environmentId}">${name}</h3>
      <span class="chip">${region} · .${tld}</span>
    </header>
    <dl class="values">${renderValue('Environment ID', environmentId)}${renderValue('Organization ID', organizationId)}</dl>
    ${environment.users.length > 0 && renderUsers(environment)}
    <div class="applications">
      ${workers.map((worker) => renderWorker(described, worker))}
      ${environment.applications.filter(({ type }) => type === 'WEB_APP').map(renderWebApp)}
    </div>
  </article>`;
}

function renderUsers({ users }: Environment): Html {
  return html`<h4 class="users">Users who can sign on, and their passwords</h4>
    <dl class="values">${users.map(({ username, password }) => renderValue(username, password))}</dl>`;
}

function renderWebApp({ name, clientId, clientSecret, authMethod, enabled, grantTypes, pkce, redirectUris }: Application): Html {
  return html`<div class="application" role="group" aria-label="${name}">
    <h4>
      ${name} <span class="chip">OIDC Web App</span> <span class="chip">${authMethod}</span>${
        !enabled && html` <span class="chip warning">disabled</span>`
      }
    </h4>
    <dl class="values">
      ${renderValue('Client ID', clientId)}${renderValue('Client Secret', clientSecret)}
      <div>
        <dt>Grants</dt>
        <dd>${grantTypes.join(', ')}</dd>
      </div>
      <div>
        <dt>PKCE</dt>
        <dd>${pkce}</dd>
      </div>
      <div>
        <dt>Redirect URIs</dt>
        <dd>${redirectUris.join(', ')}</dd>
      </div>
    </dl>
  </div>`;
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
