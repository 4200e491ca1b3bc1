import { readSign, type EnvironmentFacts, type Provider, type ProviderAnswer } from '@latchkey/providers';
import { parseObject, readProviderAnswer } from './read-provider-answer.ts';
import type { OutboundRequest, Received } from './send.ts';

/** What one access check found out; `unclear` when the provider did not say. */
export interface AccessReading {
  readonly verdict: 'allowed' | 'denied' | 'token_rejected' | 'unclear';
  readonly answer: ProviderAnswer;
  /** Only when the answer describes the environment. */
  readonly environment: EnvironmentFacts | undefined;
}

/**
 * Builds a request to a provider's API.
 *
 * @see [RFC 6750 §2.1](https://www.rfc-editor.org/rfc/rfc6750.html#section-2.1)
 */
export function buildApiRequest(url: string, accessToken: string): OutboundRequest {
  return { method: 'GET', url, headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` } };
}

/** Reads what the answer to an access check says about the connection. */
export function readAccess(provider: Provider, received: Received, now: Date): AccessReading {
  const answer = readProviderAnswer('api', received, now);
  if (!('transport' in received) && received.status === 200 && answer.transport === undefined) {
    return { verdict: 'allowed', answer, environment: provider.readEnvironment(parseObject(received.body)) };
  }
  const sign = readSign(provider.signs, answer);
  const verdict = sign === 'token_rejected' ? 'token_rejected' : sign === 'access_denied' ? 'denied' : 'unclear';
  return { verdict, answer, environment: undefined };
}
