import { html, type Html } from '../html.ts';
import type { Named, OpenApiDocument, Operation } from './document.ts';
import { referenceStyle } from './reference-style.ts';
import { listCodes, renderMethods, renderOperation, type Entry } from './render-operation.ts';
import { renderSchema, renderText } from './render-schema.ts';

/**
 * Renders the reference page of an API: one page without scripts, so that it is there at once, the browser's own find searches all of it, and it
 * prints.
 */
export function renderReference(document: OpenApiDocument): string {
  const { info, servers, tags, paths } = document;
  const entries = Object.entries(paths).flatMap(([path, methods]) => listEntries(path, methods));
  const areas = tags.map(({ name, description }) => ({
    name,
    description,
    anchor: name.toLowerCase().replaceAll(' ', '-'),
    entries: entries.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const common = findCommonCodes(entries);

  const contents = areas.map(
    ({ name, anchor, entries: rows }) =>
      html`<li>
        <a href="#${anchor}">${name}</a>
        <ul>
          ${rows.map(
            ({ methods, path, operation }) =>
              html`<li>
                <a href="#${operation.operationId}">${renderMethods(methods)} <span>${path}</span></a>
              </li>`,
          )}
        </ul>
      </li>`,
  );
  const sections = areas.map(
    ({ name, anchor, description, entries: rows }) =>
      html`<section aria-labelledby="${anchor}">
        <h2 id="${anchor}">${name}</h2>
        <p class="soft">${description}</p>
        ${rows.map((row) => renderOperation(row, document, common))}
      </section>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${info.title} API reference</title>
        ${{ markup: `<style>${referenceStyle}</style>` }}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <div class="page">
          <nav aria-label="Contents">
            <ul>
              ${contents}
              <li><a href="#webhook-events">Webhook events</a></li>
              <li><a href="#errors">Errors</a></li>
            </ul>
          </nav>
          <main id="content">
            <h1>${info.title} API reference</h1>
            <p class="soft">Version ${info.version} · <a href="openapi.json">OpenAPI document</a></p>
            <p>${info.summary}</p>
            <pre>${servers.map(({ url }) => url)}</pre>
            ${info.description.split('\n\n').map((paragraph) => html`<p>${renderText(paragraph)}</p>`)} ${sections}
            ${renderWebhooks(document)} ${renderErrors(document, common)}
          </main>
        </div>
      </body>
    </html> `.markup;
}

/** Lists the operations of a path; those that take and answer the same are one. */
function listEntries(path: string, methods: Named<Operation>): readonly Entry[] {
  const alike = Map.groupBy(Object.entries(methods), ([, { summary, parameters, responses }]) =>
    JSON.stringify([summary, parameters, responses]),
  );
  return [...alike.values()].flatMap((found) => {
    const [first] = found;
    return first === undefined ? [] : [{ path, methods: found.map(([method]) => method), operation: first[1] }];
  });
}

/** What the server tells others. */
function renderWebhooks({ webhooks, components }: OpenApiDocument): Html {
  const rows = Object.entries(webhooks).map(
    ([name, { post }]) =>
      html`<article class="operation" aria-labelledby="webhook-${name}">
        <h3 id="webhook-${name}">${renderMethods(['post'])} your URL</h3>
        <p>${post.summary} ${renderText(post.description)}</p>
        <h4>Body</h4>
        ${renderSchema(post.requestBody.content['application/json']?.schema ?? {}, components.schemas)}
        <h4>You answer 2XX</h4>
        <p class="soft">${post.responses['2XX']?.description}</p>
      </article>`,
  );
  return html`<section aria-labelledby="webhook-events">
    <h2 id="webhook-events">Webhook events</h2>
    <p class="soft">What Latchkey tells others.</p>
    ${rows}
  </section>`;
}

/** Every code that there is, once, with what it means. */
function renderErrors({ 'x-errors': errors }: OpenApiDocument, common: ReadonlySet<string>): Html {
  const rows = Object.entries(errors).map(
    ([code, { status, messages }]) =>
      html`<dt id="error-${code}"><code>${code}</code> <span class="facts">${status}${common.has(code) && ' · many routes'}</span></dt>
        ${messages.map((message) => html`<dd>${renderText(message)}</dd>`)}`,
  );
  return html`<section aria-labelledby="errors">
    <h2 id="errors">Errors</h2>
    <p class="soft">Those of many routes are not repeated with each.</p>
    <dl>${rows}</dl>
  </section>`;
}

/** Codes that many routes may answer: repeated with each route they would hide its own. */
function findCommonCodes(entries: readonly Entry[]): ReadonlySet<string> {
  const byCode = Map.groupBy(
    entries.flatMap(({ operation }) => Object.values(operation.responses).flatMap(listCodes)),
    (code) => code,
  );
  return new Set([...byCode].flatMap(([code, { length }]) => (length > entries.length / 3 ? [code] : [])));
}
