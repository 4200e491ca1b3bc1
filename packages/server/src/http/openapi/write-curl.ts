import type { JsonSchema, Named, OpenApiDocument, Operation } from './document.ts';
import { resolve } from './render-schema.ts';

/** Writes the shortest call of an operation: what must be given, with its names as values. */
export function writeCurl(method: string, path: string, operation: Operation, { servers, components }: OpenApiDocument): string {
  const { parameters = [], requestBody, security } = operation;
  const needed = parameters.filter(({ required }) => required);
  const query = needed.filter((parameter) => parameter.in === 'query').map(({ name }) => `${name}=…`);
  const target = `${servers[0].url}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const token = security.some((scheme) => 'connectSession' in scheme) ? '$SESSION_TOKEN' : '$SECRET_KEY';
  const body = requestBody?.content['application/json']?.schema;
  return [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${target}'`,
    ...(security.length > 0 ? [`-H "Authorization: Bearer ${token}"`] : []),
    ...needed.filter((parameter) => parameter.in === 'header').map(({ name }) => `-H '${name}: …'`),
    ...(body === undefined ? [] : [`--json '${JSON.stringify(makeExample(body, components.schemas))}'`]),
  ].join(' \\\n  ');
}

/** Makes the smallest value of a schema, with dots for what only the caller knows. */
function makeExample(schema: JsonSchema, schemas: Named<JsonSchema>): unknown {
  const { type, properties = {}, required = [], items, anyOf, oneOf, enum: values, const: value } = resolve(schema, schemas);
  const [variant] = anyOf ?? oneOf ?? [];
  if (variant !== undefined) return makeExample(variant, schemas);
  if (value !== undefined) return value;
  if (values !== undefined) return values[0];
  switch (type) {
    case 'object':
      return Object.fromEntries(required.map((name) => [name, makeExample(properties[name] ?? {}, schemas)]));
    case 'array':
      return items ? [makeExample(items, schemas)] : [];
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
      return 1;
    default:
      return '…';
  }
}
