import { expect, test } from 'vitest';
import { explainSqliteError, isLocked } from './explain-sqlite-error.ts';

const fromSqlite = (errcode: number): Error => Object.assign(new Error('said SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });
const fromFiles = (code: string): Error => Object.assign(new Error(`${code}: open '/secret/path'`), { code, syscall: 'open' });

test.each([fromSqlite(13), fromFiles('ENOSPC'), fromFiles('EDQUOT')])('No room is a full store (%#).', (error) => {
  expect(explainSqliteError(error)).toMatchObject({ code: 'store_full', retryable: true });
});

test.each([
  [5, /locked/],
  [8, /read-only/],
  // An extended code: its low byte is the primary one.
  [8 | (3 << 8), /read-only/],
  [10, /disk failed/],
  [11, /damaged/],
  [14, /cannot be opened/],
  [26, /no SQLite database/],
])('Result code %d makes the store unavailable, and the message says why.', (errcode, message) => {
  expect(explainSqliteError(fromSqlite(errcode))).toMatchObject({ code: 'store_unavailable', message: expect.stringMatching(message) });
});

test('A file that cannot be opened is explained without its path.', () => {
  const error = explainSqliteError(fromFiles('EACCES'));
  expect(error).toMatchObject({ code: 'store_unavailable', message: expect.stringContaining('EACCES') });
  expect(`${error?.message} ${error?.remedy}`).not.toContain('/secret/path');
});

test.each([fromSqlite(1), fromSqlite(19), new TypeError('ours'), 'text', undefined])(
  'What is not the fault of the database is not explained away (%#).',
  (error) => {
    expect(explainSqliteError(error)).toBeUndefined();
  },
);

test('Only a lock, of whatever kind, is worth another try.', () => {
  expect([5, 5 | (1 << 8), 5 | (2 << 8)].map((code) => isLocked(fromSqlite(code)))).toEqual([true, true, true]);
  expect([6, 8, 13].map((code) => isLocked(fromSqlite(code)))).toEqual([false, false, false]);
});
