/** An error as the sign-on page shows it. */
export interface ShownError {
  readonly title: string;
  readonly text: string;
  readonly id?: string;
}

/** Reads the error that an address carries, in the shape of the API. `undefined` when it carries none. */
export function readShownError(text: string | null): ShownError | undefined {
  if (text === null) return undefined;
  const { id, message, details } = readJson(text);
  const [first] = Array.isArray(details) ? details : [];
  const detail = readMembers(first)['message'];
  return {
    title: typeof detail === 'string' ? detail : 'The request cannot be completed',
    text: typeof message === 'string' ? message : text,
    ...(typeof id === 'string' && { id }),
  };
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return readMembers(JSON.parse(text));
  } catch {
    return {};
  }
}

function readMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
