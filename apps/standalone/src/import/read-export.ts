/** Text that is no export. Its message says why. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/**
 * Reads the connections of an export: a list in JSON, one connection alone, or one on each line.
 *
 * @throws {ExportError} Naming the line, and never what stands there: it holds secrets.
 */
export function readExport(text: string): readonly unknown[] {
  const whole = parseJson(text);
  if (Array.isArray(whole)) return whole;
  if (whole !== undefined) return [whole];
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const connection = parseJson(line);
    if (connection === undefined) throw new ExportError(`Line ${index + 1} is no JSON. Give a list of connections, or one on each line.`);
    return [connection];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
