import type { ProviderAnswer, Sign } from '@latchkey/providers';
import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi';
import { readCorrelationId } from './read-provider-answer.ts';

/** What the response to an authorization request must hold. */
export interface ExpectedResponse {
  readonly clientId: string;
  readonly state: string;
  /** Each of these may call itself the issuer. */
  readonly issuers: readonly string[];
  /** Whether the issuer must be named. */
  readonly namesIssuer: boolean;
}

/** A code, or what tells why there is none. */
export type AuthorizationReading =
  | { readonly code: string }
  | { readonly answers: readonly ProviderAnswer[]; readonly facts: readonly Sign[] };

/** What a response in a URL looks like that is none. */
const INVALID: AuthorizationReading = { answers: [{ step: 'authorization', transport: 'invalid' }], facts: [] };

/**
 * Reads what the browser brought back from the provider.
 *
 * Whose response it is, is looked at first: nothing that it says counts when it is another issuer's.
 *
 * @see [RFC 6749 §4.1.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.2) and [RFC 9207 §2.4](https://www.rfc-editor.org/rfc/rfc9207.html#section-2.4)
 */
export function readAuthorizationResponse(query: URLSearchParams, expected: ExpectedResponse): AuthorizationReading {
  const { clientId, state, issuers, namesIssuer } = expected;
  const named = query.getAll('iss');
  const [issuer = issuers[0] ?? ''] = named;
  if ((namesIssuer && named.length === 0) || named.some((one) => !issuers.includes(one)))
    return { answers: [], facts: ['issuer_unexpected'] };
  // RFC 6749 §3.1: no parameter may be there twice, and the library takes the first of two codes.
  if ([...query.keys()].length > new Set(query.keys()).size) return INVALID;
  try {
    const code = validateAuthResponse({ issuer }, { client_id: clientId }, query, state).get('code');
    return code === null || code === '' ? INVALID : { code };
  } catch (error) {
    // Security: the library's errors carry the response, so nothing of them is passed on.
    return error instanceof AuthorizationResponseError ? { answers: [readError(query)], facts: [] } : INVALID;
  }
}

function readError(query: URLSearchParams): ProviderAnswer {
  const error = query.get('error') ?? '';
  const description = query.get('error_description') ?? undefined;
  const correlationId = readCorrelationId(null, description, undefined);
  return {
    step: 'authorization',
    error,
    ...(description !== undefined && { description }),
    ...(correlationId !== undefined && { correlationId }),
  };
}
