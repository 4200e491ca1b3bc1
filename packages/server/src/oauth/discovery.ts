import { readSign, type Provider, type ProviderAnswer } from '@latchkey/providers';
import { parseObject, readProviderAnswer } from './read-provider-answer.ts';
import type { OutboundRequest, Received } from './send.ts';

/** Whether a region knows an environment; `unclear` when it did not say. */
type DiscoveryVerdict = 'known' | 'unknown' | 'unclear';

/** What a discovery document, or what came in its place, tells. */
export interface DiscoveryReading {
  readonly verdict: DiscoveryVerdict;
  readonly answer: ProviderAnswer;
  /** What the document calls the issuer: another name than that of the provider's table, where there is a custom domain. */
  readonly issuer?: string;
  /** Whether it says that authorization responses name the issuer. @see [RFC 9207 §3](https://www.rfc-editor.org/rfc/rfc9207.html#section-3) */
  readonly namesIssuer?: boolean;
}

/**
 * Builds the request for a discovery document. It carries no credential.
 *
 * @see [OpenID Connect Discovery 1.0 §4.1](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest)
 */
export function buildDiscoveryRequest(url: string): OutboundRequest {
  return { method: 'GET', url, headers: { accept: 'application/json' } };
}

/** Reads whether the environment is known from the answer to {@link buildDiscoveryRequest}. */
// PingOne: with a custom domain the issuer names another host than the one that was asked, so it is not compared.
export function readDiscovery(provider: Provider, received: Received, now: Date): DiscoveryReading {
  const answer = readProviderAnswer('discovery', received, now);
  if (!('transport' in received) && received.status === 200) {
    const document = parseObject(received.body);
    const issuer = document?.['issuer'];
    if (typeof issuer !== 'string' || typeof document?.['token_endpoint'] !== 'string') {
      return { verdict: 'unclear', answer: { ...answer, transport: 'invalid' } };
    }
    return { verdict: 'known', answer, issuer, namesIssuer: document['authorization_response_iss_parameter_supported'] === true };
  }
  return { verdict: readSign(provider.signs, answer) === 'environment_unknown' ? 'unknown' : 'unclear', answer };
}
