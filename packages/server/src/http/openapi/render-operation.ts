import { html, type Html } from '../html.ts';
import type { ApiResponse, JsonSchema, Named, OpenApiDocument, Operation } from './document.ts';
import { renderMember, renderSchema, renderText } from './render-schema.ts';
import { writeCurl } from './write-curl.ts';

/** One operation, and where it is found. */
export interface Entry {
  /** Several when all of them take and answer the same. */
  readonly methods: readonly string[];
  readonly path: string;
  readonly operation: Operation;
}

const PLACES = { path: 'Path', query: 'Query', header: 'Headers' } as const;

/** Renders one operation: what it does, what it takes, what it answers. */
export function renderOperation({ methods, path, operation }: Entry, document: OpenApiDocument, common: ReadonlySet<string>): Html {
  const { schemas } = document.components;
  const { operationId, summary, description, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  return html`<article class="operation" id="${operationId}" aria-labelledby="${operationId}-name">
    <h3 id="${operationId}-name">
      <a href="#${operationId}">${renderMethods(methods)} <code>${path}</code></a>
    </h3>
    <p>${renderText(summary)}${description !== undefined && html` <span class="soft">${renderText(description)}</span>`}</p>
    <pre>${writeCurl(methods[0] ?? 'get', path, operation, document)}</pre>
    ${renderParameters(operation, schemas)}
    ${
      body !== undefined &&
      html`<h4>Body</h4>
        ${renderSchema(body, schemas)}`
    }
    ${Object.entries(responses).map(([status, response]) => /^[23d]/.test(status) && renderSuccess(status, response, schemas))}
    ${renderCodes(responses, common)}
  </article> `;
}

/** Renders methods as a mark; several are all that there are. */
export function renderMethods(methods: readonly string[]): Html {
  const [method] = methods;
  return methods.length === 1
    ? html`<span class="method ${method}">${method?.toUpperCase()}</span>`
    : html`<span class="method">ALL</span>`;
}

/** Lists the codes that an answer may have. */
export function listCodes({ content }: ApiResponse): readonly string[] {
  const codes = content?.['application/json']?.schema.properties?.['error']?.properties?.['code']?.enum ?? [];
  return codes.map(String);
}

function renderParameters({ parameters = [] }: Operation, schemas: Named<JsonSchema>): Html {
  const lists = Object.entries(PLACES).map(([place, title]) => {
    const found = parameters.filter((parameter) => parameter.in === place);
    const rows = found.map(({ name, schema, required, description }) =>
      renderMember(name, description === undefined ? schema : { ...schema, description }, required, schemas),
    );
    return (
      rows.length > 0 &&
      html`<h4>${title}</h4>
        <ul class="members">
          ${rows}
        </ul>`
    );
  });
  return html`${lists}`;
}

function renderSuccess(status: string, { description, content = {} }: ApiResponse, schemas: Named<JsonSchema>): Html {
  const [[media, body] = []] = Object.entries(content);
  const isJson = media === undefined || media === 'application/json';
  return html`<h4>Answers${status !== 'default' && ` ${status}`}${!isJson && html` <code>${media}</code>`}</h4>
    ${(body === undefined || !isJson) && html`<p class="soft">${renderText(description)}</p>`}
    ${body !== undefined && renderSchema(body.schema, schemas)}`;
}

function renderCodes(responses: Operation['responses'], common: ReadonlySet<string>): Html {
  const rows = Object.entries(responses).map(([status, response]) => {
    const codes = listCodes(response).filter((code) => !common.has(code));
    return (
      codes.length > 0 &&
      html`<li>${status}: ${codes.map((code, index) => html`${index > 0 && ', '}<a href="#error-${code}"><code>${code}</code></a>`)}</li>`
    );
  });
  return rows.some((row) => row !== false)
    ? html`<h4>Errors</h4>
        <ul class="members codes">
          ${rows}
        </ul>`
    : html``;
}
