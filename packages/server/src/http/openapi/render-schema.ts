import { html, type Html } from '../html.ts';
import type { JsonSchema, Named } from './document.ts';

const PREFIX = '#/components/schemas/';

/** Renders what a body holds, as a list of its members with theirs inside. */
export function renderSchema(schema: JsonSchema, schemas: Named<JsonSchema>): Html {
  const variants = listVariants(resolve(schema, schemas), schemas);
  if (variants.length > 1)
    return html`${variants.map(
      (variant) =>
        html`<p class="variant">Either:</p>
          ${renderSchema(variant, schemas)}`,
    )}`;
  const { items, properties = {}, required = [] } = variants[0] ?? {};
  if (items) return renderSchema(items, schemas);
  const members = Object.entries(properties).map(([name, member]) => renderMember(name, member, required.includes(name), schemas));
  return members.length === 0
    ? html``
    : html`<ul class="members">
        ${members}
      </ul>`;
}

/** Renders one member of a body, or one parameter. */
export function renderMember(name: string, schema: JsonSchema, required: boolean, schemas: Named<JsonSchema>): Html {
  const facts = [nameType(schema, schemas), ...(required ? [] : ['optional']), ...listLimits(schema)];
  return html`<li>
    <code class="name">${name}</code> <span class="facts">${facts.join(' · ')}</span>${
      schema.description !== undefined && html`<span class="words">${renderText(schema.description)}</span>`
    }${renderSchema(schema, schemas)}
  </li>`;
}

/** Renders text in which words between backquotes are code. */
export function renderText(text: string): Html {
  return html`${text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}

/** Follows a reference. */
export function resolve(schema: JsonSchema, schemas: Named<JsonSchema>): JsonSchema {
  return (schema.$ref !== undefined && schemas[schema.$ref.slice(PREFIX.length)]) || schema;
}

function listVariants(schema: JsonSchema, schemas: Named<JsonSchema>): readonly JsonSchema[] {
  const variants = schema.anyOf ?? schema.oneOf;
  return variants === undefined ? [schema] : variants.map((variant) => resolve(variant, schemas)).filter(({ type }) => type !== 'null');
}

/** Names a type as people do. */
function nameType(schema: JsonSchema, schemas: Named<JsonSchema>): string {
  const { type, items, additionalProperties, properties, anyOf, oneOf, enum: values, const: value } = resolve(schema, schemas);
  const variants = anyOf ?? oneOf;
  if (value !== undefined) return JSON.stringify(value);
  if (values !== undefined) return values.map((one) => JSON.stringify(one)).join(' or ');
  if (variants !== undefined) return [...new Set(variants.map((variant) => nameType(variant, schemas)))].join(' or ');
  if (type === 'array') return items ? `list of ${nameType(items, schemas)}` : 'list';
  if (
    type === 'object' &&
    properties === undefined &&
    typeof additionalProperties === 'object' &&
    additionalProperties.type !== undefined
  ) {
    return `object of ${nameType(additionalProperties, schemas)}`;
  }
  return type === undefined ? 'anything' : [type].flat().join(' or ');
}

function listLimits({ minLength, maxLength, minimum, maximum, minItems, maxItems, format }: JsonSchema): readonly string[] {
  return [
    ...(typeof format === 'string' ? [format] : []),
    ...describeRange(minLength, maxLength, ' characters'),
    ...describeRange(minimum, maximum, ''),
    ...describeRange(minItems, maxItems, ' items'),
  ];
}

function describeRange(least: unknown, most: unknown, unit: string): readonly string[] {
  if (typeof least === 'number' && typeof most === 'number') return [`${count(least)} to ${count(most)}${unit}`];
  if (typeof most === 'number') return [`at most ${count(most)}${unit}`];
  return typeof least === 'number' ? [`at least ${count(least)}${unit}`] : [];
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
