const OPERATION_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Builds the id of an operation: a UUID that begins with the moment, so that ids sort by time.
 *
 * @param randomUuid A UUID of version 4, of which the random part is taken.
 * @see [RFC 9562 §5.7](https://www.rfc-editor.org/rfc/rfc9562.html#section-5.7)
 */
export function buildOperationId(startedAt: Date, randomUuid: string): string {
  const time = startedAt.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUuid.slice(15)}`;
}

/** Reads from an operation's id when it started; `undefined` when this is the id of none. */
export function readOperationMoment(operationId: string): Date | undefined {
  const id = operationId.toLowerCase();
  return OPERATION_ID.test(id) ? new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)) : undefined;
}
