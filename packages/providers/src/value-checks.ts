/** What reads and checks values. A door of its own, so that a page loads it only when there are some. */

export { listUuids, readUuid } from './clean-text.ts';
export { createInputSchema } from './input-schema.ts';
export { findWarning, joinPieces, readField } from './read-field.ts';
