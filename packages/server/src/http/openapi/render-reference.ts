import { html, type Html } from '../html.ts';
import type { OpenApiDocument } from './document.ts';
import { referenceStyle } from './reference-style.ts';
import { listCodes, renderMethod, renderOperation, type Entry } from './render-operation.ts';
import { renderText } from './render-schema.ts';

/**
 * Renders the reference page of an API: one page without scripts, so that it is there at once, the browser's own find searches all of it, and it
 * prints.
 */
export function renderReference(document: OpenApiDocument): string {
  const { info, servers, tags, paths } = document;
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({ method, path, operation })),
  );
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
          ${rows.map(({ method, path, operation }) => html`<li><a href="#${operation.operationId}">${renderMethod(method)} ${path}</a></li>`)}
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
        <style>
          ${{ markup: referenceStyle }}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <div class="page">
          <nav aria-label="Contents">
            <ul>
              ${contents}
              <li><a href="#errors">Errors</a></li>
            </ul>
          </nav>
          <main id="content">
            <h1>${info.title} API reference</h1>
            <p class="soft">Version ${info.version} · <a href="openapi.json">OpenAPI document</a></p>
            <p>${info.summary}</p>
            <pre>${servers.map(({ url }) => url)}</pre>
            ${info.description.split('\n\n').map((paragraph) => html`<p>${renderText(paragraph)}</p>`)} ${sections}
            ${renderErrors(entries, common)}
          </main>
        </div>
      </body>
    </html> `.markup;
}

/** Every code that there is, once, with what it means. */
function renderErrors(entries: readonly Entry[], common: ReadonlySet<string>): Html {
  const all = new Map(
    entries.flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        listCodes(response).map((code) => [code, { status, message: findMessage(response.description, code) }] as const),
      ),
    ),
  );
  const rows = [...all]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(
      ([code, { status, message }]) =>
        html`<dt id="error-${code}"><code>${code}</code> <span class="facts">${status}${common.has(code) && ' · many routes'}</span></dt>
          <dd>${renderText(message)}</dd>`,
    );
  return html`<section aria-labelledby="errors">
    <h2 id="errors">Errors</h2>
    <p class="soft">Those of many routes are not repeated with each.</p>
    <dl>${rows}</dl>
  </section>`;
}

/** Takes the sentence of one code from the words of an answer, where each code has a paragraph. */
function findMessage(description: string, code: string): string {
  const start = `\`${code}\`: `;
  return (
    description
      .split('\n\n')
      .find((paragraph) => paragraph.startsWith(start))
      ?.slice(start.length) ?? ''
  );
}

/** Codes that many routes may answer: repeated with each route they would hide its own. */
function findCommonCodes(entries: readonly Entry[]): ReadonlySet<string> {
  const byCode = Map.groupBy(
    entries.flatMap(({ operation }) => Object.values(operation.responses).flatMap(listCodes)),
    (code) => code,
  );
  return new Set([...byCode].flatMap(([code, { length }]) => (length > entries.length / 3 ? [code] : [])));
}
