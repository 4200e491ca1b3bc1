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

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client was closed and is not queryable',
  'Query read timeout',
  'Postgres connection has been discarded',
])('What the driver says without a code is understood: "%s".', (message) => {
  expect(explainPostgresError(fail(undefined, message))).toMatchObject({ code: 'store_unavailable' });
});

test.each([
  ['The server does not support SSL connections', undefined, /offers none/, /sslmode/],
  ['There was an error establishing an SSL connection', undefined, /agree on TLS/, /sslmode/],
  ['self-signed certificate in certificate chain', 'SELF_SIGNED_CERT_IN_CHAIN', /not one that this machine trusts/, /sslrootcert/],
  ['unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', /not one that this machine trusts/, /sslrootcert/],
  ['certificate has expired', 'CERT_HAS_EXPIRED', /has expired/, /sslrootcert/],
  ["Hostname/IP does not match certificate's altnames", 'ERR_TLS_CERT_ALTNAME_INVALID', /another host/, /host/],
  ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', undefined, /asks for a password/, /user:password/],
  ['SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match', undefined, /how to sign in/, /scram-sha-256/],
  ['no pg_hba.conf entry for host "::1", no encryption', '28000', /only with TLS/, /pg_hba/],
  ['password authentication failed for user "ada"', '28P01', /user or the password/, /percent-encoded/],
  ['unsupported startup parameter: statement_timeout', '08P01', /time limits/, /ignore_startup_parameters/],
])('What is set up wrongly is named, with what to do: "%s".', (said, code, message, remedy) => {
  expect(explainPostgresError(fail(code, said))).toMatchObject({
    code: 'store_unavailable',
    message: expect.stringMatching(message),
    remedy: expect.stringMatching(remedy),
  });
});

test('A file for TLS that cannot be read, and a socket that is not there, are told apart; neither path is repeated.', () => {
  const open = Object.assign(fail('ENOENT', "ENOENT: no such file or directory, open '/secret/ca.pem'"), { syscall: 'open' });
  const connect = Object.assign(fail('ENOENT', 'connect ENOENT /secret/.s.PGSQL.5432'), { syscall: 'connect' });
  expect(explainPostgresError(open)?.message).toBe('A file that the option "database" names for TLS cannot be read: ENOENT.');
  expect(explainPostgresError(connect)?.message).toBe('The PostgreSQL server cannot be reached.');
});

test.each([fail('23505'), fail('42601'), fail(undefined), new TypeError('ours'), 'text', undefined])(
  'What is not the fault of the server is not explained away (%#).',
  (error) => {
    expect(explainPostgresError(error)).toBeUndefined();
  },
);
