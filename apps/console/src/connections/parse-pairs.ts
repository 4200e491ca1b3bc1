/** What was typed, read, or what is wrong with it. */
type Parsed<Value> = { readonly value: Record<string, Value> } | { readonly problem: string };

/** Reads an object of any values. */
export function parseMetadata(text: string): Parsed<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { value } : { problem: 'It must be a JSON object, in braces.' };
  } catch {
    return { problem: 'This is no JSON: look for a missing quote or comma.' };
  }
}

/** Reads an object of texts. */
export function parseTags(text: string): Parsed<string> {
  const parsed = parseMetadata(text);
  if ('problem' in parsed) return parsed;
  const tags: Record<string, string> = {};
  for (const [name, value] of Object.entries(parsed.value)) {
    if (typeof value !== 'string') return { problem: `The value of "${name}" must be text, in quotes.` };
    tags[name] = value;
  }
  return { value: tags };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
