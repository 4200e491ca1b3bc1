import { expect, test } from 'vitest';
import { explainPostgresError } from './explain-postgres-error.ts';

function fail(code: string | undefined, message = 'said the server'): Error {
  return Object.assign(new Error(message), code !== undefined && { code });
}

test('A full disk of the server is a full store.', () => {
  expect(explainPostgresError(fail('53100'))).toMatchObject({ code: 'store_full', retryable: true });
});

test.each([
  ['53300', /no connections/],
  ['57P03', /starting, stopping/],
  ['08006', /connection .* was lost/],
  ['28P01', /user or the password/],
  ['42501', /may not do/],
  ['40P01', /undid the transaction/],
  ['57014', /took too long/],
  ['ECONNREFUSED', /cannot be reached/],
  ['ENOTFOUND', /cannot be reached/],
])('%s makes the store unavailable, and the message says why.', (code, message) => {
  expect(explainPostgresError(fail(code))).toMatchObject({ code: 'store_unavailable', message: expect.stringMatching(message) });
});

test.each(['Connection terminated unexpectedly', 'Connection terminated', 'timeout exceeded when trying to connect'])(
  'What the driver says without a code is understood: "%s".',
  (message) => {
    expect(explainPostgresError(fail(undefined, message))).toMatchObject({ code: 'store_unavailable' });
  },
);

test.each([fail('23505'), fail('42601'), fail(undefined), new TypeError('ours'), 'text', undefined])(
  'What is not the fault of the server is not explained away (%#).',
  (error) => {
    expect(explainPostgresError(error)).toBeUndefined();
  },
);
