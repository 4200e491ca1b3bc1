import { PROGRESS_MEDIA_TYPE, type KeyScope } from '@latchkey/protocol';
import { listRouteErrors, type RouteError } from '../route-errors.ts';
import type { Route } from '../route.ts';
import { refTo, type SchemaBook } from './build-schemas.ts';
import type { ApiResponse, JsonSchema, Named, Operation, Parameter } from './document.ts';
import { findWords } from './glossary.ts';

/** Names an operation by its method and path: `GET /connections/:connectionId` is `getConnectionsByConnectionId`. */
export function nameOperation({ method, path }: Pick<Route, 'method' | 'path'>): string {
  const words = path
    .replaceAll('/:', '/by-')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return method.toLowerCase() + words.map(capitalize).join('');
}

/** Describes one row of the table. */
export function buildOperation(route: Route, tag: string, book: SchemaBook): Operation {
  const operationId = nameOperation(route);
  const { query, body, answer } = book.of(route);
  const parameters = [...listPathParameters(route.path), ...listQueryParameters(query ?? {})];
  return {
    operationId,
    tags: [tag],
    summary: route.summary,
    ...(route.scope !== undefined && { description: describeScopes([route.scope, ...route.otherScopes]) }),
    security: listSecurity(route),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: { required: route.body?.safeParse(undefined).success === false, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      ...(route.streams && {
        200: {
          description: 'To `Accept: application/x-ndjson`: progress, one JSON value a line, and last the answer.',
          content: { [PROGRESS_MEDIA_TYPE]: { schema: refTo('ProgressEvent') } },
        },
      }),
      [route.status]: buildSuccess(route, answer),
      ...(route.cached && { 304: { description: 'What the caller has is still right.' } }),
      ...buildErrors(listRouteErrors(route), route.media),
    },
  };
}

/** Describes errors by their status, each with the codes that it may have. */
export function buildErrors(errors: readonly RouteError[], media?: string): Named<ApiResponse> {
  const byStatus = Map.groupBy(errors, ({ status }) => status);
  return Object.fromEntries([...byStatus].map(([status, found]) => [status, buildError(found, media)]));
}

function buildError(errors: readonly RouteError[], media: string | undefined): ApiResponse {
  const codes = [...new Set(errors.map(({ code }) => code))];
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: {
      'application/json': { schema: { ...refTo('ErrorBody'), properties: { error: { properties: { code: { enum: codes } } } } } },
      // A route that answers with a page tells people on a page what went wrong.
      ...(media === 'text/html' && { [media]: { schema: { type: 'string' } } }),
    },
  };
}

function buildSuccess({ status, media }: Route, answer: JsonSchema | undefined): ApiResponse {
  const description = status === 201 ? 'Created.' : 'Done.';
  if (media !== undefined)
    return { description, content: { [media]: { schema: media === 'application/json' ? { type: 'object' } : { type: 'string' } } } };
  return answer === undefined ? { description } : { description, content: { 'application/json': { schema: answer } } };
}

function listSecurity({ caller, scope, otherScopes }: Route): Operation['security'] {
  switch (caller) {
    case 'anyone':
      return [];
    case 'browser':
      return [{ connectSession: [] }];
    case 'console':
      return [{ consoleSession: [] }];
    default:
      return [{ secretKey: scope === undefined ? [] : [scope, ...otherScopes] }, { consoleSession: [] }];
  }
}

function describeScopes(scopes: readonly KeyScope[]): string {
  const names = scopes.map((scope) => `\`${scope}\``).join(' and ');
  return `The secret key, or the role at the console, needs the scope${scopes.length > 1 ? 's' : ''} ${names}.`;
}

function listPathParameters(path: string): readonly Parameter[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return names.map((name) => createParameter('path', name, true, { type: 'string', description: findWords(name) }));
}

function listQueryParameters({ properties = {}, required = [] }: JsonSchema): readonly Parameter[] {
  return Object.entries(properties).map(([name, schema]) => createParameter('query', name, required.includes(name), schema));
}

function createParameter(place: Parameter['in'], name: string, required: boolean, described: JsonSchema): Parameter {
  const { description, ...schema } = described;
  return {
    name,
    in: place,
    required,
    ...(description !== undefined && { description }),
    // As `readQuery` reads them: lists joined by commas, objects as `name[key]=value`.
    ...(schema.type === 'array' && { style: 'form', explode: false }),
    ...(schema.type === 'object' && { style: 'deepObject', explode: true }),
    schema,
  };
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
