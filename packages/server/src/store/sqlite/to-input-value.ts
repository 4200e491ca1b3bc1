import type { SQLInputValue } from 'node:sqlite';

/** Checks a parameter. */
export function toInputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  throw new TypeError(`SQLite takes no value of type "${typeof value}".`);
}
