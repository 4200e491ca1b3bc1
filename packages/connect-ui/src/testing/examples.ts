import type { AccessResult, ConnectedBody, ErrorBody, Notice } from '@latchkey/protocol';
import { findProvider, type Failure } from '@latchkey/providers';
import { failing, session, succeeding, type FakeAnswer, type FakeServer } from './fake-api.ts';

/** An environment in the European Union, and the worker application that connects it. */
export const example = {
  environmentId: '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11',
  tld: 'eu',
  clientId: '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40',
  clientSecret: 'canary~Q3v.9wX-4mN_7pLz8rT2sKd6Yb5~hJ1gF0eWq3uZx9cV-oA4iM7tR2nB8',
} as const;

/** An environment ID that no region knows. */
export const unknownEnvironmentId = '7d9b3f60-1c24-4b8a-8e35-90af12cd34ef';

/** What `GET /connect/regions` knows. */
export const regions: FakeServer['regions'] = { [example.environmentId]: example.tld };

const allAccess: readonly AccessResult[] = ['read_environment', 'read_users', 'read_populations', 'read_applications'].map((name) => ({
  name,
  allowed: true,
}));

/** The body of a success. */
export function connected(access: readonly AccessResult[] = allAccess, notices: readonly Notice[] = []): ConnectedBody {
  return {
    data: {
      connection_id: 'cnn_5f2b0c6e',
      integration_id: 'pingone-cc',
      provider: 'pingone-cc',
      status: 'active',
      environment: { id: example.environmentId, name: 'Acme Production', type: 'PRODUCTION', region: 'EU' },
      access: [...access],
      notices: [...notices],
    },
  };
}

/** A success whose application lacks a role. */
export function limited(): FakeAnswer {
  const checks = findProvider('pingone-cc')?.accessChecks ?? [];
  return succeeding(
    connected(
      checks.map(({ name, remedy, guideStep }) =>
        name === 'read_users' ? { name, allowed: false, remedy, guide_step: guideStep } : { name, allowed: true },
      ),
    ),
  );
}

/** The answer of `GET /connect/session` for a session that reconnects {@link connected}'s connection. */
export function reconnectSession(known: { readonly clientId: boolean } = { clientId: true }): FakeAnswer {
  return session({ 'pingone-cc': 'PingOne' }, [], {
    connection_id: 'cnn_5f2b0c6e',
    integration_id: 'pingone-cc',
    connection_config: { environmentId: example.environmentId, tld: example.tld },
    ...(known.clientId && { client_id: example.clientId }),
  });
}

/** The answer that the server gives for a failure of the catalogue. */
export function failureAnswer(code: string): FakeAnswer {
  return failing(failureError('pingone-cc', code), findFailure('pingone-cc', code).status);
}

/** What the server says of a failure of the catalogue. */
export function failureError(provider: string, code: string): ErrorBody['error'] {
  const { message, remedy, field, guideStep, swap, retryable } = findFailure(provider, code);
  return {
    code,
    message,
    remedy,
    retryable,
    ...(field !== undefined && { field }),
    ...(swap && { swap: [...swap] }),
    ...(guideStep !== undefined && { guide_step: guideStep }),
    correlation_id: '5a0c9a0e-3c6f-4d0b-9f0a-6f1e2d3c4b5a',
    request_id: 'req_8c1f2a',
  };
}

function findFailure(provider: string, code: string): Failure {
  const failure = findProvider(provider)?.failures.find((row) => row.code === code);
  if (!failure) throw new TypeError(`No failure of ${provider} has the code "${code}".`);
  return failure;
}
