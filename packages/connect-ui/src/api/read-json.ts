/** Whether a value from the wire has properties to look at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The value when it is a text. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The properties that are texts; none when the value has no properties. */
export function readTexts(value: unknown): Readonly<Record<string, string>> {
  const rows = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(rows.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : [])));
}

/** The elements that have properties; none when the value is no list. */
export function readRecords(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
