/** Judges every answer that a test gets by what the API says of itself, with a validator that knows nothing of zod. */

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { buildOpenApi } from '../http/openapi/build-openapi.ts';
import type { ApiResponse, JsonSchema, Operation } from '../http/openapi/document.ts';
import { refTo } from '../http/openapi/build-schemas.ts';
import { areas } from '../http/routes.ts';

/** An answer of the API, and to what. */
export interface GivenAnswer {
  readonly method: string;
  /** Below the router, with its query. */
  readonly target: string;
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly text: string;
}

/** Makes a check that throws when an answer is not one that the document allows. */
export function createAnswerCheck(): (answer: GivenAnswer) => void {
  const document = buildOpenApi(areas, { publicUrl: 'http://localhost', version: '0' });
  const components = tighten(document.components);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const paths = Object.entries(document.paths).map(([path, methods]) => ({
    // The path of the provider's API has slashes of its own.
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, path.startsWith('/proxy/') ? '.+' : '[^/]+')}/?$`, 'i'),
    methods,
  }));
  const compiled = new Map<JsonSchema, ValidateFunction>();

  const validate = (schema: JsonSchema, value: unknown): string | undefined => {
    const check = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, check);
    return check(value) ? undefined : ajv.errorsText(check.errors, { dataVar: 'body' });
  };

  const findProblem = ({ method, target, status, mediaType = '', text }: GivenAnswer): string | undefined => {
    const [path = ''] = target.split('?');
    // A preflight is CORS's.
    if (method === 'OPTIONS' || (/^\/proxy\//i.test(path) && !isOwnError(text))) return undefined;
    const operation = isDecodable(path) ? findOperation(paths, method, path) : undefined;
    const response = operation === undefined ? nowhere[status] : operation.responses[status];
    if (response === undefined) return 'the OpenAPI document does not tell of this status';
    if (method === 'HEAD' || (response.content === undefined && text === '')) return undefined;
    if (response.content === undefined) return 'the OpenAPI document tells of no body';
    const content = response.content[mediaType];
    if (content === undefined) return `the OpenAPI document does not tell of the media type "${mediaType}"`;
    return readValues(mediaType, text)
      .map((value) => validate(content.schema, value))
      .find((problem) => problem !== undefined);
  };

  return (answer) => {
    const problem = findProblem(answer);
    if (problem === undefined) return;
    throw new Error(`${answer.method} ${answer.target} answered ${answer.status}, and ${problem}: ${answer.text.slice(0, 500)}`);
  };
}

/** What is answered where there is no route. */
const nowhere: Readonly<Record<string, ApiResponse>> = {
  404: { description: 'There is no such route.', content: { 'application/json': { schema: refTo('ErrorBody') } } },
};

function findOperation(
  paths: readonly { readonly pattern: RegExp; readonly methods: Readonly<Record<string, Operation>> }[],
  method: string,
  path: string,
): Operation | undefined {
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
  return paths.find(({ pattern, methods }) => pattern.test(path) && methods[wanted] !== undefined)?.methods[wanted];
}

function readValues(mediaType: string | undefined, text: string): readonly unknown[] {
  if (mediaType === 'application/json') return [JSON.parse(text)];
  if (mediaType === 'application/x-ndjson')
    return text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  return [text];
}

/** Readers take an answer with more members than they know, so the document leaves room for them. The server itself must say all that it sends. */
function tighten<Value>(document: Value): Value {
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'object') return value;
    return 'properties' in value && !('additionalProperties' in value) ? { ...value, unevaluatedProperties: false } : value;
  });
}

/** Tells an error of Latchkey's from what the provider answered, which may be anything. */
function isOwnError(text: string): boolean {
  return /^\{"error":\{"code":"\w+","message":/.test(text) && text.includes('"request_id"');
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
