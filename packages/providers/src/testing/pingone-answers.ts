import type { ProviderAnswer } from '../failure.ts';

/** An ID as PingOne writes them. */
export const ID = '7c1f3a52-6a0e-4f43-9b55-0d5d4f2f6a11';

/** An answer of the token endpoint in the shape of OAuth. */
export function token(status: number, error: string, reason: string): ProviderAnswer {
  return { step: 'token', status, error, description: `${reason} (Correlation ID: ${ID})`, correlationId: ID };
}

/** An answer in the shape of PingOne's platform. */
export function platform(
  step: ProviderAnswer['step'],
  status: number,
  error: string,
  description: string,
  detail?: string,
): ProviderAnswer {
  return { step, status, error, description, correlationId: ID, ...(detail !== undefined && { detail }) };
}

/** A page that something else than PingOne, or a part of PingOne that speaks HTML, sent. */
export function page(step: ProviderAnswer['step'], status: number): ProviderAnswer {
  return { step, status, transport: 'invalid' };
}

/** The right method with a wrong secret, or any method of an unknown client. */
export const credentials = token(401, 'invalid_client', 'Request denied: Invalid client credentials');
/** A wrong method, whatever the secret. */
export const method = token(401, 'invalid_client', 'Request denied: Unsupported authentication method');
export const noAccess = 'The request could not be completed. You do not have access to this resource.';
export const invalid = 'The request could not be completed. One or more validation errors were in the request.';
