import * as protocol from '@latchkey/protocol';
import * as z from 'zod/mini';
import type { Route } from '../route.ts';
import type { JsonSchema, Named } from './document.ts';
import { findWords } from './glossary.ts';

/** The schemas of one row. */
type RowSchemas = Pick<Route, 'query' | 'body' | 'answer'> & { readonly operationId: string };

/** What one operation takes and answers. */
interface OperationSchemas {
  /** The schema itself, because its properties are the parameters. */
  readonly query: JsonSchema | undefined;
  /** References. */
  readonly body: JsonSchema | undefined;
  readonly answer: JsonSchema | undefined;
}

/** The schemas of the API. */
export interface SchemaBook {
  /** Those that others refer to, by name. */
  readonly schemas: Named<JsonSchema>;
  readonly of: (row: Pick<Route, 'query' | 'body' | 'answer'>) => OperationSchemas;
}

const PREFIX = '#/components/schemas/';

/** Refers to a schema by its name. */
export function refTo(name: string): JsonSchema {
  return { $ref: PREFIX + name };
}

/**
 * Writes the zod schemas of the table as JSON Schema. What the protocol exports is named as there; the rest after its operation.
 *
 * @throws {Error} When a schema holds what JSON Schema cannot say, for example a transform.
 */
export function buildSchemas(rows: readonly RowSchemas[]): SchemaBook {
  const registry = z.registry<{ id: string }>();
  const register = (schema: z.ZodMiniType | undefined, id: string): void => {
    if (schema !== undefined && !registry.has(schema)) registry.add(schema, { id: id.charAt(0).toUpperCase() + id.slice(1) });
  };
  for (const [name, value] of Object.entries(protocol)) if (value instanceof z.ZodMiniType) register(value, name);
  for (const { operationId, query, body, answer } of rows) {
    register(query, `${operationId}Query`);
    register(body, `${operationId}Body`);
    register(answer, `${operationId}Answer`);
  }

  // On this wire input and output are the same. Written as input, an object says nothing of members that a later version adds.
  const written = z.toJSONSchema(registry, { uri: (id) => PREFIX + id, io: 'input' }).schemas;
  const all = new Map(Object.entries(written).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, explain(schema, name)]));
  const nameOf = (schema: z.ZodMiniType | undefined): string | undefined => schema && registry.get(schema)?.id;
  const refOf = (schema: z.ZodMiniType | undefined): JsonSchema | undefined => {
    const name = nameOf(schema);
    return name === undefined ? undefined : refTo(name);
  };
  const used = rows.flatMap(({ body, answer }) => [nameOf(body) ?? [], nameOf(answer) ?? []].flat());
  return {
    schemas: pick(all, new Set([...used, 'ErrorBody', 'ProgressEvent', 'WebhookEvent'])),
    of: ({ query, body, answer }) => ({ query: all.get(nameOf(query) ?? ''), body: refOf(body), answer: refOf(answer) }),
  };
}

/** Picks schemas and whatever they refer to, in the order of their names. */
function pick(all: ReadonlyMap<string, JsonSchema>, names: Set<string>): Named<JsonSchema> {
  // A set is walked to its end, what is added meanwhile included.
  for (const name of names)
    for (const [, found = ''] of JSON.stringify(all.get(name)).matchAll(/#\/components\/schemas\/(\w+)"/g)) names.add(found);
  return Object.fromEntries([...all].filter(([name]) => names.has(name)).toSorted(([a], [b]) => a.localeCompare(b, 'en')));
}

/** Adds to each property what the glossary says of its name. */
function explain(schema: object, schemaName: string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key !== 'properties' || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, property]: [string, JsonSchema]) => {
        const description = findWords(name, schemaName);
        return [name, description === undefined ? property : { ...property, description }];
      }),
    );
  });
}
